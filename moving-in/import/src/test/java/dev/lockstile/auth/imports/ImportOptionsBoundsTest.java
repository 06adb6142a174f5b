package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.test.Bounds;
import org.junit.jupiter.api.Test;

final class ImportOptionsBoundsTest {

    private static final ImportOptions OPTIONS = ImportOptions.defaults();

    @Test
    void batches_and_workers_are_bounded() {
        Bounds.hold(OPTIONS::withBatchSize, 1, 0);
        Bounds.hold(OPTIONS::withBatchSize, 5_000, 5_001);
        Bounds.hold(OPTIONS::withWorkers, 1, 0);
        Bounds.hold(OPTIONS::withWorkers, 32, 33);
    }

    @Test
    void a_system_has_a_name_of_1_to_60_characters_and_a_region_is_one_of_iso_3166() {
        Bounds.hold(OPTIONS::withSystem, "s", "");
        Bounds.hold(OPTIONS::withSystem, "s".repeat(60), "s".repeat(61));
        Bounds.hold(OPTIONS::withDefaultRegion, "MX", "XX");
    }
}
