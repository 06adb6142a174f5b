package dev.lockstile.auth.imports.internal.engine.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Candidates beyond what memory holds come back from the disk, all of them, and leave nothing there. */
final class CandidatePartitionTest {

    /** By which this test knows its own file. */
    private final long mark = ThreadLocalRandom.current().nextLong();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 513, 1024, 1025, 2000})
    void all_candidates_come_out_as_they_went_in(int number) throws IOException {
        List<IdentifierCandidate> candidates = candidates(number);
        try (CandidatePartition partition = new CandidatePartition()) {
            candidates.forEach(partition::add);

            assertThat(partition.empty()).isEqualTo(candidates);
            assertThat(partition.empty()).isEmpty();
        }
        assertThat(CandidateFiles.of(mark)).isZero();
    }

    @Test
    void memory_holds_a_few_hundred_and_the_file_goes_with_the_partition() throws IOException {
        try (CandidatePartition partition = new CandidatePartition()) {
            candidates(512).forEach(partition::add);
            assertThat(CandidateFiles.of(mark)).isZero();
            candidates(1).forEach(partition::add);
            assertThat(CandidateFiles.of(mark)).isEqualTo(1);
        }
        assertThat(CandidateFiles.of(mark)).isZero();
    }

    private List<IdentifierCandidate> candidates(int number) {
        return LongStream.range(0, number)
                .mapToObj(i -> new IdentifierCandidate(mark, -i, i << 32, i, Long.MAX_VALUE - i, (byte) (i % 32)))
                .toList();
    }
}
