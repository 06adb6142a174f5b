package dev.lockstile.auth.http.internal.input;

import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.field.HostValues;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields that the host has declared, and no others. */
public final class HostInput {

    private HostInput() {}

    /** What was sent for something that is added, so that a required field may not be missing. */
    public static HostValues ofNew(RequestFields fields, List<HostField> declared) {
        return read(fields, declared, true);
    }

    /** What was sent for something that is there; a field that is not sent stays as it is. */
    public static HostValues ofChange(RequestFields fields, List<HostField> declared) {
        return read(fields, declared, false);
    }

    private static HostValues read(RequestFields fields, List<HostField> declared, boolean isNew) {
        HostValues values = HostValues.NONE;
        for (HostField field : declared) {
            Object value = value(fields, field);
            boolean isSent = fields.has(field.name());
            if (isSent || isNew) {
                field.problem(value).ifPresent(fields::refuseUnlessRefused);
            }
            if (isSent) {
                values = values.with(field.name(), value);
            }
        }
        return values;
    }

    private static @Nullable Object value(RequestFields fields, HostField field) {
        return switch (field.type()) {
            case TEXT -> fields.optional(field.name(), (int) Math.min(field.max(), Integer.MAX_VALUE));
            case NUMBER -> fields.number(field.name());
            case FLAG -> fields.flag(field.name());
            case DATE -> fields.date(field.name(), LocalDate.MIN, LocalDate.MAX);
        };
    }
}
