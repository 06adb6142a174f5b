package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.ThrottleSettings;
import java.util.ArrayList;
import java.util.List;

/** What a host should read in its log at every start: which limits are off, and what is left open. */
public final class StartupWarnings {

    private StartupWarnings() {}

    public static List<String> of(ThrottleSettings settings, boolean texts) {
        List<String> notes = new ArrayList<>();
        if (!settings.off().isEmpty()) {
            notes.add("these throttles are off: "
                    + settings.off().stream().sorted().toList());
        }
        if (settings.failures().isEmpty()) {
            notes.add("failures in a row are not limited");
        }
        if (texts && settings.sends().smsCountries() == null) {
            notes.add("text messages go to every country: name yours with SendSettings.smsTo(...)");
        }
        if (texts
                && !settings.rates().containsKey(RateLimit.SMS_SPEND)
                && settings.rate(RateLimit.SMS_SPEND).isPresent()) {
            notes.add("text messages are limited to "
                    + RateLimit.SMS_SPEND.usual().limit()
                    + " a day, the default of SMS_SPEND: set what yours may cost");
        }
        return notes;
    }
}
