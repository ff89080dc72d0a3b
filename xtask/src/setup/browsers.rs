//! Chromium with its driver, and Firefox.

use crate::Result;
use crate::process::{find_program, output, run, say};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The browsers that the tests run in.
#[derive(Debug)]
pub struct Browsers {
    pub chromium: PathBuf,
    pub chromedriver: PathBuf,
    pub firefox: PathBuf,
}

/// One program that the tests need and where it may be.
struct Wanted {
    name: &'static str,
    /// Variable that names it whatever else is installed.
    variable: &'static str,
    programs: &'static [&'static str],
    /// Where macOS keeps it.
    application: &'static str,
    debian: &'static str,
    ubuntu: &'static str,
}

const CHROMIUM: Wanted = Wanted {
    name: "Chromium",
    variable: "CHROME",
    programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    application: "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    debian: "chromium",
    ubuntu: "chromium-browser",
};
const CHROMEDRIVER: Wanted = Wanted {
    name: "chromedriver",
    variable: "CHROMEDRIVER",
    programs: &["chromedriver"],
    application: "/opt/homebrew/bin/chromedriver",
    debian: "chromium-driver",
    ubuntu: "chromium-chromedriver",
};
const FIREFOX: Wanted = Wanted {
    name: "Firefox",
    variable: "FIREFOX",
    programs: &["firefox", "firefox-esr"],
    application: "/Applications/Firefox.app/Contents/MacOS/firefox",
    debian: "firefox-esr",
    ubuntu: "firefox",
};

/// Finds the browsers, and installs those that are missing where this is root on Debian or Ubuntu.
///
/// # Errors
/// Where one is still missing; says which, and how to install it.
pub fn find_browsers() -> Result<Browsers> {
    let is_missing = |wanted: &&Wanted| wanted.find().is_none() && env::var_os(wanted.variable).is_none();
    let missing: Vec<&Wanted> = [&CHROMIUM, &CHROMEDRIVER, &FIREFOX].into_iter().filter(is_missing).collect();
    if let Some(system) = apt_system().filter(|_| !missing.is_empty()) {
        install(&missing, system)?;
    }
    Ok(Browsers { chromium: CHROMIUM.get()?, chromedriver: CHROMEDRIVER.get()?, firefox: FIREFOX.get()? })
}

impl Wanted {
    fn find(&self) -> Option<PathBuf> {
        if let Some(path) = env::var_os(self.variable) {
            return Some(PathBuf::from(path)).filter(|path| path.is_file());
        }
        find_program(self.programs).or_else(|| Some(PathBuf::from(self.application)).filter(|path| path.is_file()))
    }

    fn get(&self) -> Result<PathBuf> {
        let Wanted { name, variable, debian, ubuntu, .. } = self;
        self.find().ok_or_else(|| match env::var(variable) {
            Ok(path) => format!("{variable} names {path}, where no file is; correct or unset it."),
            Err(_) => format!(
                "{name} is missing; install it (Debian: `apt-get install {debian}`, Ubuntu: `apt-get install {ubuntu}`, \
                 elsewhere from its maker) or set {variable} to where it is."
            ),
        })
    }
}

/// The systems whose packages xtask installs by itself.
#[derive(Clone, Copy)]
enum AptSystem {
    Debian,
    Ubuntu,
}

/// Returns the system where it is one with apt and this is root.
fn apt_system() -> Option<AptSystem> {
    let is_root = output(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    if !is_root || find_program(&["apt-get"]).is_none() || !Path::new("/etc/debian_version").exists() {
        return None;
    }
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    Some(if release.lines().any(|line| line == "ID=ubuntu") { AptSystem::Ubuntu } else { AptSystem::Debian })
}

fn install(missing: &[&Wanted], system: AptSystem) -> Result {
    let packages: Vec<&str> = missing
        .iter()
        .map(|wanted| match system {
            AptSystem::Debian => wanted.debian,
            AptSystem::Ubuntu => wanted.ubuntu,
        })
        .collect();
    say(&format!("installing {} from the system's packages", packages.join(", ")));
    let remedy = format!("install {} by hand, then run the command again.", packages.join(", "));
    run(Command::new("apt-get").args(["update", "-qq"]), &remedy)?;
    let mut apt = Command::new("apt-get");
    apt.args(["install", "-y", "-qq", "--no-install-recommends"]).args(&packages);
    run(apt.env("DEBIAN_FRONTEND", "noninteractive"), &remedy)
}
