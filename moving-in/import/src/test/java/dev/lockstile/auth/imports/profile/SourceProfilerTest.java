package dev.lockstile.auth.imports.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.MongoPhoneOtpPreset;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.support.LegacyDump;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a profile tells of a source. */
final class SourceProfilerTest {

    private final InMemoryAuthStore store = new InMemoryAuthStore();

    @TempDir
    private Path folder;

    @Test
    void the_profile_of_the_phone_users_tells_shapes_regions_and_duplicates() {
        SourceProfile profile = profiler()
                .profile(Sources.file(LegacyDump.copied("biograph.users.jsonl.gz", folder)), new MongoPhoneOtpPreset());

        SourceProfile.Table people = profile.tables().values().iterator().next();
        assertThat(people.rows()).isEqualTo(300);
        assertThat(people.fields().get("country_code").types()).containsKeys("integer", "text_digits");
        assertThat(people.fields().get("phone_number").types()).containsKeys("text_digits", "text");
        assertThat(people.fields().get("email_notification").types()).containsKey("object");
        assertThat(profile.phoneRegions()).hasSizeGreaterThan(2);
        assertThat(profile.duplicates().get("phone").identifiers()).isPositive();
        assertThat(profile.findings()).containsEntry("imported_disabled", 30L).containsEntry("state_uncertain", 12L);
        assertThat(store.dump()).as("nothing is written").isEmpty();
    }

    @Test
    void duplicates_are_counted_by_their_canonical_form_and_formats_by_their_id() {
        SmallLegacy old = new SmallLegacy()
                .user(1, "email", "'ana@example.com'")
                .user(2, "email", "'ANA@EXAMPLE.com'")
                .user(3, "phone", "'N/A'")
                .user(4, "password", "'pbkdf2_sha256$1$a$b'")
                .profile(1, 1);

        SourceProfile profile = profiler().profile(old.source(), JbDrfAuthPreset.discovering());

        assertThat(profile.duplicates())
                .containsEntry("email", new SourceProfile.Shared(1, 2))
                .containsEntry("username", new SourceProfile.Shared(0, 0));
        assertThat(profile.hashFormats()).containsEntry("unusable", 3L);
        SourceProfile.Field phone =
                profile.tables().get("authentication_user").fields().get("phone");
        assertThat(phone.nullMarkers()).isEqualTo(Map.of("N/A", 1L));
        assertThat(phone.types()).isEqualTo(Map.of("none", 3L, "text", 1L));
        assertThat(profile.tables().get("authentication_profile").rows()).isEqualTo(1);
        assertThat(profile.toJson())
                .contains("\"duplicates\": {\"email\"")
                .doesNotContainIgnoringCase("ana@example.com");
    }

    @Test
    void accounts_at_other_sites_are_counted_by_site() {
        SmallLegacy old = new SmallLegacy()
                .user(1)
                .social(1, 1, "sub-1")
                .user(2)
                .social(2, 2, "sub-2")
                .user(3);

        SourceProfile profile = profiler().profile(old.source(), JbDrfAuthPreset.discovering());

        assertThat(profile.socialProviders()).isEqualTo(Map.of("google", 2L));
        assertThat(profile.toJson())
                .contains("\"social_providers\": {\"google\": 2}")
                .doesNotContain("sub-1");
    }

    @Test
    void many_keys_are_counted_over_temporary_files_that_are_gone_afterwards() throws IOException {
        long before = waitingFiles();
        try (SharedKeys keys = new SharedKeys()) {
            for (int i = 0; i < 400_000; i++) {
                keys.add(IdentifierKind.EMAIL, "key" + i % 300_000);
            }
            assertThat(keys.count()).containsEntry("email", new SourceProfile.Shared(100_000, 200_000));
        }
        assertThat(waitingFiles()).isEqualTo(before);
    }

    private static long waitingFiles() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("lockstile-profile-"))
                    .count();
        }
    }

    private SourceProfiler profiler() {
        return new SourceProfiler(
                new ImportTarget(
                        store,
                        IdentifierRules.standard(),
                        Passwords.of(PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests()))
                                .formats(),
                        Clock.systemUTC()),
                ImportOptions.defaults());
    }
}
