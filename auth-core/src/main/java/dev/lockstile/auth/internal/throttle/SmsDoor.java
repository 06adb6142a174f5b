package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.event.AuthEvents;
import dev.lockstile.auth.internal.identifier.PhoneCountry;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.store.Place;
import dev.lockstile.auth.throttle.Admission;
import dev.lockstile.auth.throttle.Throttle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a text message passes beside the limits of who asks for it: the country, the places of numbers alike, and what a
 * day may cost. Whoever asks is not told, so that a fraudster learns no limit and nobody learns who has an account.
 */
public final class SmsDoor {

    private static final int LAST_DIGITS = 4;

    private final Throttles throttles;
    private final FailureWatch watch;

    public SmsDoor(Throttles throttles, AuthEvents events) {
        this.throttles = throttles;
        this.watch = new FailureWatch(throttles, events);
    }

    /**
     * Takes the places of one message, before it is sent.
     *
     * @param wanted false when none would be sent anyway: then the work is the same, and no place is gone
     */
    public boolean admits(Identifier phone, boolean wanted, Instant now) {
        String number = phone.value();
        if (!throttles.settings().sends().allows(PhoneCountry.of(number).orElse(null))) {
            return false;
        }
        String decoy = wanted ? "" : "decoy:";
        String prefix = number.substring(0, Math.max(1, number.length() - LAST_DIGITS));
        Optional<Place> alike = throttles.place(Throttle.SMS_PREFIX, decoy + prefix);
        Optional<Place> day = throttles.place(Throttle.SMS_SPEND, decoy);
        List<Place> places = Stream.of(alike, day).flatMap(Optional::stream).toList();
        Admission admission = throttles.counters().admit(places, null, now);
        if (wanted && !admission.isGranted()) {
            boolean spent = day.isPresent() && day.get().equals(admission.full());
            watch.tellAlarm(throttles.counters(), spent ? Throttle.SMS_SPEND : Throttle.SMS_PREFIX, now);
        }
        return wanted && admission.isGranted();
    }
}
