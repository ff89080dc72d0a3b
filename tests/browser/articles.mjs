// What the tests paste.
import { readFileSync } from "node:fs";

/** The article that the project was given. */
export const given = readFileSync(new URL("../../seeds/articles/nato-calls-on-russia.txt", import.meta.url), "utf8");

/** Four quotations by two speakers, and two dates that are counted from the first line. */
export const ferry = `date 2026-03-12

Mayor Ana Ribeiro said on Tuesday that the ferry would return in May.

“We kept our word,” Ribeiro said.

“Nobody asked the crew,” said Tomas Lindqvist, the ferry’s captain. According to him, the engine is older than the mayor.`;

/** Nobody says anything, at no time. */
export const meadow = "The meadow lies behind the mill. Its grass is tall and green, and the hills are far away.";

/** No English. */
export const german = `Das Wetter bleibt trüb, und auf der Insel hat seit Montag niemand mehr die Sonne gesehen.

„Wir warten auf die Fähre und auf die Sonne“, sagte der Kapitän am Abend im Hafen, „aber wir wissen nicht, was zuerst kommt.“ Die Leute auf der Mole haben gelacht, denn sie kennen ihn und sein altes Schiff.`;
