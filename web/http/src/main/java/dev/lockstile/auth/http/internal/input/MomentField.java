package dev.lockstile.auth.http.internal.input;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A moment of ISO 8601 with its offset, such as {@code 2027-01-31T12:00:00Z}. */
public final class MomentField {

    private static final int MAX = 40;

    private MomentField() {}

    /** One that lies ahead, not further than the longest; problems are noted in the fields. */
    public static @Nullable Instant ahead(RequestFields fields, String field, Instant now, Duration longest) {
        String text = fields.optional(field, MAX);
        if (text == null) {
            return null;
        }
        try {
            Instant moment = OffsetDateTime.parse(text).toInstant();
            if (!moment.isAfter(now) || moment.isAfter(now.plus(longest))) {
                fields.refuseUnlessRefused(field, "out_of_range");
            }
            return moment;
        } catch (DateTimeException e) {
            fields.refuseUnlessRefused(field, "invalid");
            return null;
        }
    }
}
