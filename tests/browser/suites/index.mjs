import { accessibility } from "./accessibility.mjs";
import { accuracy } from "./accuracy.mjs";
import { badInput } from "./bad-input.mjs";
import { elementPolicies } from "./element-policies.mjs";
import { elementArticles } from "./element-articles.mjs";
import { elementDates } from "./element-dates.mjs";
import { elementInPlace } from "./element-in-place.mjs";
import { elementLife } from "./element-life.mjs";
import { corrections } from "./corrections.mjs";
import { editing } from "./editing.mjs";
import { element } from "./element.mjs";
import { explanations } from "./explanations.mjs";
import { exports } from "./exports.mjs";
import { givenArticle } from "./given-article.mjs";
import { journey } from "./journey.mjs";
import { keyboard } from "./keyboard.mjs";
import { look } from "./look.mjs";
import { mouse } from "./mouse.mjs";
import { offline } from "./offline.mjs";
import { pictures } from "./pictures.mjs";
import { privacy } from "./privacy.mjs";
import { samples } from "./samples.mjs";
import { strip } from "./strip.mjs";
import { seal } from "./seal.mjs";
import { states } from "./states.mjs";
import { waysIn } from "./ways-in.mjs";
import { wrongAnswer } from "./wrong-answer.mjs";

/** What is tested, by what it is about. */
export const suites = {
  "the given article": givenArticle,
  samples,
  "mouse and fields": mouse,
  keyboard,
  "a whole journey": journey,
  "the editing view": editing,
  corrections,
  states,
  "bad input": badInput,
  "ways in": waysIn,
  exports,
  "wrong answers": wrongAnswer,
  "the band": strip,
  pictures,
  explanations,
  privacy,
  offline,
  "the seal": seal,
  "the element": element,
  "the element's articles": elementArticles,
  "the element's dates": elementDates,
  "the element in place": elementInPlace,
  "the life of elements": elementLife,
  "policies of hosts": elementPolicies,
  "the look": look,
  accessibility,
  "how good it is": accuracy,
};
