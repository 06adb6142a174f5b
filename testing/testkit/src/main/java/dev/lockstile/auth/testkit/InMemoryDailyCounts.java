package dev.lockstile.auth.testkit;

import dev.lockstile.auth.admin.DailyCounts;
import dev.lockstile.auth.admin.DailyCounts.Kind;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.model.MessageOutcome.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Codes and messages by day. */
record InMemoryDailyCounts(Instant first, int days) {

    private static final int MOST_DAYS = 31;

    InMemoryDailyCounts {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("1 to " + MOST_DAYS + " days");
        }
    }

    List<DailyCounts> of(Tables tables) {
        return List.of(
                counts(
                        Kind.CODES,
                        Tables.committed(tables.codes),
                        code -> times(code).sentAt(),
                        code -> times(code).usedAt() != null),
                messages(Kind.EMAILS, tables, Channel.EMAIL),
                messages(Kind.TEXT_MESSAGES, tables, Channel.SMS));
    }

    private static CodeState.Times times(CodeRow code) {
        return code.state().times();
    }

    private DailyCounts messages(Kind kind, Tables tables, Channel channel) {
        List<LoggedMessage> sent = Tables.committed(tables.messageLog).stream()
                .filter(message -> message.channel() == channel)
                .toList();
        return counts(
                kind, sent, LoggedMessage::at, message -> message.outcome().status() != Status.SENT);
    }

    private <T> DailyCounts counts(Kind kind, List<T> rows, Function<T, Instant> at, Predicate<T> isMarked) {
        long[] counts = new long[days];
        long[] marked = new long[days];
        for (T row : rows) {
            long day = Math.floorDiv(
                    Duration.between(first, at.apply(row)).toMillis(),
                    Duration.ofDays(1).toMillis());
            if (day >= 0 && day < days) {
                counts[(int) day]++;
                marked[(int) day] += isMarked.test(row) ? 1 : 0;
            }
        }
        return new DailyCounts(kind, boxed(counts), boxed(marked));
    }

    private static List<Long> boxed(long[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
