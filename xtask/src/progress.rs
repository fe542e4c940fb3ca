use std::time::{Duration, Instant};

use crate::failure::Failure;

/// How long a step usually takes on two cores, in Chinese and in English.
pub type Usual = (&'static str, &'static str);

/// Counts the steps of a command and says before each what comes and after each what it took.
pub struct Progress {
    total: usize,
    current: usize,
}

impl Progress {
    /// A command of `total` steps, none of them begun.
    pub fn new(total: usize) -> Self {
        Self { total, current: 0 }
    }

    /// Announces the next step without running it.
    pub fn begin(&mut self, title: &str, usual: Usual) {
        self.current += 1;
        println!("\n[{}/{}] {title} … 一般 {} / usually {}", self.current, self.total, usual.0, usual.1);
    }

    /// Runs one step; what it returns beside its value is printed as what was found or done.
    pub fn step<T>(
        &mut self,
        title: &str,
        usual: Usual,
        work: impl FnOnce() -> Result<(T, String), Failure>,
    ) -> Result<T, Failure> {
        self.begin(title, usual);
        let started = Instant::now();
        let (value, note) = work()?;
        println!("      ✓ {note} ({})", duration(started.elapsed()));
        Ok(value)
    }
}

/// `0.4 s`, `12 s` or `1 min 54 s`.
pub fn duration(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_as_exact_as_it_is_short() {
        assert_eq!(duration(Duration::from_millis(420)), "0.4 s");
        assert_eq!(duration(Duration::from_secs(12)), "12 s");
        assert_eq!(duration(Duration::from_secs(114)), "1 min 54 s");
    }
}
