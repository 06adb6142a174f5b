package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.SmallLegacy;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pictures that have moved to another place. */
final class MovedPicturesTest {

    @Test
    void every_reference_goes_through_the_hosts_rewriting() {
        SmallLegacy old = new SmallLegacy()
                .user(1)
                .profile(1, 1, "picture", "'people/ana.png'")
                .user(2)
                .profile(2, 2);
        Preset moved = JbDrfAuthPreset.discovering().withPictures(file -> "https://files.example.com/" + file);
        try (JpaHost host = JpaHost.onH2()) {
            ImportReport report = new Importing(host.store()).run(old.source(), moved, ImportOptions.defaults());

            assertThat(report.people().in(State.CREATED)).isEqualTo(2);
            assertThat(report.run().preset()).isEqualTo("jb-drf-auth");
            assertThat(host.rows("select picture from auth_profile where picture is not null"))
                    .containsExactly(Map.of("picture", "https://files.example.com/people/ana.png"));
        }
    }
}
