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
 * How far a run was when it began to copy, or went on after a break. It stands in the journal beside the batches, so
 * that another process can tell when the run may end.
 *
 * @param at when that was
 * @param expected people of the source; below zero where they are not counted or not all of them come
 * @param done people who had been read before
 * @param people the entities that are people
 */
public record CopyStart(Instant at, long expected, long done, List<String> people) {

    static final String PART = "copying";

    /** Before these there is no rate worth telling. */
    private static final Duration LEAST_TIME = Duration.ofSeconds(30);

    private static final int LEAST_SHARE = 100;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** People of those counts. */
    public static long people(List<String> people, Map<String, EntityCounts> counts) {
        return people.stream()
                .map(counts::get)
                .mapToLong(each -> each == null ? 0 : each.read())
                .sum();
    }

    /** The newest of a run; empty while it has not begun to copy. */
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
     * When the people will have been read at the rate since then; empty where that cannot be told yet.
     *
     * @param counts of the run so far
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

    /** How many of a hundred people have been read; empty where they are not counted. */
    public Optional<Long> share(Map<String, EntityCounts> counts) {
        return expected <= 0 ? Optional.empty() : Optional.of(Math.min(100, people(people, counts) * 100 / expected));
    }
}
