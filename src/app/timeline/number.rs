//! Numbers as attributes of an SVG: at most three decimals, never an exponent, never `NaN`.

/// A value no less than one bound and no more than the other; `NaN` stays. The standard library's `clamp` checks the bounds,
/// and would say them with the digits of any binary fraction, which are a tenth of the program.
pub fn within(value: f64, least: f64, most: f64) -> f64 {
    if value < least {
        least
    } else if value > most {
        most
    } else {
        value
    }
}

/// A number: `41.935`, `12`, `-5.5`.
pub fn decimal(value: f64) -> String {
    // The cast saturates and takes NaN to 0.
    let thousandths = (within(value, -1e9, 1e9) * 1000.0).round() as i64;
    let (whole, fraction) = (thousandths.unsigned_abs() / 1000, thousandths.unsigned_abs() % 1000);
    let mut said = String::with_capacity(8);
    if thousandths < 0 {
        said.push('-');
    }
    said.push_str(&whole.to_string());
    if fraction > 0 {
        // The leading 1 keeps the zeros after the point.
        let digits = (1000 + fraction).to_string();
        said.push('.');
        said.push_str(digits.get(1..).unwrap_or_default().trim_end_matches('0'));
    }
    said
}

/// A percentage: `41.935%`.
pub fn percent(value: f64) -> String {
    let mut said = decimal(value);
    said.push('%');
    said
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_written_as_short_as_they_are() {
        assert_eq!(
            [41.9351, 12.0, -5.5, 0.0, 3.05, 0.111, 0.0004, 1.1].map(decimal),
            ["41.935", "12", "-5.5", "0", "3.05", "0.111", "0", "1.1"]
        );
        assert_eq!([f64::NAN, f64::INFINITY].map(decimal), ["0", "1000000000"]);
        assert_eq!(percent(16.129), "16.129%");
    }

    proptest! {
        #[test]
        fn what_is_written_is_the_number_to_a_thousandth(value in -1e6..1e6_f64) {
            let read: f64 = decimal(value).parse().unwrap();
            prop_assert!((read - value).abs() <= 0.0005 + 1e-9);
        }
    }
}
