package dev.lockstile.auth.imports.internal.journal;

import dev.lockstile.auth.imports.report.ImportReport.EntityCounts;
import dev.lockstile.auth.imports.report.JsonText;
import dev.lockstile.auth.store.imports.RunJournalStore.ImportChunk;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The progress of a run when it began to copy, or was resumed. It is in the journal beside the batches, so that another
 * process can estimate the end of the run.
 *
 * @param at the time of that start
 * @param expected number of people to read; below zero where it is unknown, or the run takes a sample
 * @param done number of people read before
 * @param people the kinds of rows that are people
 */
public record CopyStart(Instant at, long expected, long done, List<String> people) {

    static final String PART = "copying";

    /** The shortest time from which a rate is estimated. */
    private static final Duration LEAST_TIME = Duration.ofSeconds(30);

    private static final int LEAST_SHARE = 100;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Returns the number of people in these counts. */
    public static long people(List<String> people, Map<String, EntityCounts> counts) {
        return people.stream()
                .map(counts::get)
                .mapToLong(each -> each == null ? 0 : each.read())
                .sum();
    }

    /** Returns the latest start of a run; empty while it has not begun to copy. */
    public static Optional<CopyStart> latest(List<ImportChunk> chunks) {
        return chunks.stream()
                .filter(chunk -> chunk.part().equals(PART))
                .max(Comparator.comparingInt(ImportChunk::number))
                .map(chunk -> read(chunk.runCounts()));
    }

    String json() {
        return JsonText.of(Map.of("at", at.toString(), "expected", expected, "done", done, "people", people));
    }

    private static CopyStart read(String text) {
        JsonNode all = MAPPER.readTree(text);
        return new CopyStart(
                Instant.parse(all.path("at").stringValue()),
                all.path("expected").longValue(),
                all.path("done").longValue(),
                all.path("people").valueStream().map(JsonNode::stringValue).toList());
    }

    /**
     * Estimates when all people will have been read, from the rate since this start; empty where too little was read.
     *
     * @param counts of the run so far
     * @param now the time of the counts
     */
    public Optional<Instant> end(Map<String, EntityCounts> counts, Instant now) {
        long read = people(people, counts);
        long since = read - done;
        Duration taken = Duration.between(at, now);
        if (expected < 0 || taken.compareTo(LEAST_TIME) < 0 || since < Math.max(1, expected / LEAST_SHARE)) {
            return Optional.empty();
        }
        double left = Math.max(0, expected - read);
        return Optional.of(now.plusMillis(Math.round(taken.toMillis() * left / since)));
    }

    /** Returns the percentage of the people that was read; empty where their number is unknown. */
    public Optional<Long> share(Map<String, EntityCounts> counts) {
        return expected <= 0 ? Optional.empty() : Optional.of(Math.min(100, people(people, counts) * 100 / expected));
    }
}
