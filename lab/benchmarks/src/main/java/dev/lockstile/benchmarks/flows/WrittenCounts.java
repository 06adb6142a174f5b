package dev.lockstile.benchmarks.flows;

import dev.lockstile.benchmarks.internal.host.ByHand;
import dev.lockstile.benchmarks.internal.host.Flow;
import java.util.Locale;

/** What the nodes say they did, and whether exactly that is in the rows. */
final class WrittenCounts {

    private long codes;
    private long signIns;
    private long refreshes;

    void add(Flow flow, long times, long signedInBefore) {
        signIns += signedInBefore;
        switch (flow) {
            case CODE -> {
                codes += times;
                signIns += times;
            }
            case LOGIN -> signIns += times;
            case REFRESH -> refreshes += times;
            case ME -> {
                // leaves nothing
            }
        }
    }

    /**
     * In words.
     *
     * @throws IllegalStateException when an effect is lost or doubled
     */
    String against(ByHand sql) {
        same("used codes", codes, count(sql, "select count(*) from auth_otp_code where used_at is not null"));
        same("codes", codes, count(sql, "select count(*) from auth_otp_code"));
        same("messages", codes, count(sql, "select count(*) from auth_outbox"));
        same("sessions", signIns, count(sql, "select count(*) from auth_session"));
        same("rotations", refreshes, count(sql, "select coalesce(sum(generation), 0) from auth_session"));
        return String.format(
                Locale.ROOT,
                "Nothing lost or doubled: %,d codes with a message each, all used once, %,d sessions for as many sign-ins,"
                        + " %,d rotations for as many refreshes.",
                codes,
                signIns,
                refreshes);
    }

    private static long count(ByHand sql, String query) {
        return sql.plainly(connection -> {
            Object found = ByHand.all(connection, query).get(0)[0];
            return found instanceof Number number ? number.longValue() : -1L;
        });
    }

    private static void same(String what, long told, long there) {
        if (told != there) {
            throw new IllegalStateException(what + ": the nodes made " + told + ", the tables hold " + there);
        }
    }
}
