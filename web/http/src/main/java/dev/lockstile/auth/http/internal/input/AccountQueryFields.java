package dev.lockstile.auth.http.internal.input;

import dev.lockstile.auth.admin.AccountFilter;
import dev.lockstile.auth.admin.AccountFilter.Period;
import dev.lockstile.auth.admin.AccountFilter.State;
import dev.lockstile.auth.admin.AdminLists;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which accounts a request wants to see. Days begin and end in UTC. */
public final class AccountQueryFields {

    private static final int SIZE_MAX = 200;
    private static final int ROLE_MAX = 30;
    private static final int KEY_MAX = 100;
    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9998, 12, 31);

    private static final List<String> TEXTS =
            List.of("find", "role", "state", "joined_from", "joined_until", "seen_from", "seen_until");
    private static final List<String> OTHERS = List.of("proven", "after", "size", "oldest_first");

    private AccountQueryFields() {}

    /**
     * The same for a request that changes the accounts it finds: a filter that is empty, or not known, would let it
     * change accounts that were not meant, so both are refused.
     *
     * @param more members of the request that are no part of the query
     */
    public static AdminLists.Query ofChange(RequestFields fields, String... more) {
        fields.refuseUnknown(
                Stream.of(TEXTS, OTHERS, List.of(more)).flatMap(List::stream).toList());
        AdminLists.Query query = of(fields);
        TEXTS.stream()
                .filter(name -> fields.has(name) && !fields.isRefused(name))
                .filter(name -> fields.optional(name, ContactFields.IDENTIFIER_MAX) == null)
                .forEach(name -> fields.refuseUnlessRefused(name, "required"));
        if (fields.has("proven") && fields.flag("proven") == null) {
            fields.refuseUnlessRefused("proven", "required");
        }
        return query;
    }

    /** Reads the fields; problems are noted in them. */
    public static AdminLists.Query of(RequestFields fields) {
        AccountFilter filter = new AccountFilter(
                fields.optional("role", ROLE_MAX),
                state(fields),
                fields.flag("proven"),
                period(fields, "joined"),
                period(fields, "seen"));
        int size = size(fields);
        AdminLists.Query query = AdminLists.Query.all()
                .finding(fields.optional("find", ContactFields.IDENTIFIER_MAX))
                .after(fields.optionalKey("after", KEY_MAX))
                .sized(size)
                .filtered(filter);
        return Boolean.TRUE.equals(fields.flag("oldest_first")) ? query.fromOldest() : query;
    }

    private static int size(RequestFields fields) {
        Long size = fields.number("size");
        if (size == null) {
            return AdminLists.Query.DEFAULT_SIZE;
        }
        if (size < 1 || size > SIZE_MAX) {
            fields.refuseUnlessRefused("size", "out_of_range");
            return AdminLists.Query.DEFAULT_SIZE;
        }
        return size.intValue();
    }

    private static @Nullable State state(RequestFields fields) {
        String word = fields.optional("state", 16);
        if (word == null) {
            return null;
        }
        State found = Arrays.stream(State.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElse(null);
        if (found == null) {
            fields.refuseUnlessRefused("state", "unknown_choice");
        }
        return found;
    }

    private static Period period(RequestFields fields, String name) {
        LocalDate from = fields.date(name + "_from", FIRST, LAST);
        LocalDate until = fields.date(name + "_until", FIRST, LAST);
        return new Period(start(from), start(until == null ? null : until.plusDays(1)));
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
