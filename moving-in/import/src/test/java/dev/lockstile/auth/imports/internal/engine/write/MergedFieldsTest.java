package dev.lockstile.auth.imports.internal.engine.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.internal.draft.DeviceDraft;
import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.FirstProfile;
import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.ProfileDraft;
import dev.lockstile.auth.imports.internal.draft.SocialDraft;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.imports.BeforeImageStore.BeforeImage;
import dev.lockstile.auth.store.imports.WrittenRowStore.FilledColumns;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a second row filled in is read as it was written, and names columns and no data. */
final class MergedFieldsTest {

    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00.123456Z");
    private static final Instant BEFORE = NOW.minusSeconds(60);
    private static final Ledger LEDGER = new Ledger("old", "run");
    private static final Origin ROW = new Origin(Entity.USERS, 2, "digest");

    @Test
    void what_was_filled_in_is_read_as_it_was_written() {
        MergedFields all = new MergedFields(
                new FilledColumns(EnumSet.of(FilledColumns.Part.USERNAME, FilledColumns.Part.PASSWORD), BEFORE),
                new FilledColumns(EnumSet.of(FilledColumns.Part.FIRST_NAME), NOW),
                Map.of("key 1", "", "key 2", "digest"));
        for (MergedFields one : new MergedFields[] {
            all,
            new MergedFields(all.ofUser(), null, Map.of()),
            new MergedFields(null, all.ofProfile(), Map.of()),
            new MergedFields(null, null, all.along()),
            new MergedFields(null, null, Map.of())
        }) {
            BeforeImage image = one.image("link", ROW, NOW);
            assertThat(MergedFields.isIn(image)).isTrue();
            assertThat(MergedFields.of(image)).isEqualTo(one);
            assertThat(image.linkKey()).isEqualTo("link");
            assertThat(image.fingerprint()).isEqualTo("digest");
            assertThat(image.writtenAt())
                    .as("the user's time of change, or of the run where nothing of the user was filled")
                    .isEqualTo(one.ofUser() == null ? NOW : BEFORE);
        }
    }

    @Test
    void the_image_of_an_update_is_none() {
        assertThat(MergedFields.isIn(new BeforeImage("link", "digest", NOW, "{\"active\":true}")))
                .isFalse();
    }

    @Test
    void nothing_is_only_what_has_no_part() {
        FilledColumns some = new FilledColumns(Set.of(FilledColumns.Part.EMAIL), NOW);
        assertThat(new MergedFields(null, null, Map.of()).isNothing()).isTrue();
        assertThat(new MergedFields(some, null, Map.of()).isNothing()).isFalse();
        assertThat(new MergedFields(null, some, Map.of()).isNothing()).isFalse();
        assertThat(new MergedFields(null, null, Map.of("key", "")).isNothing()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(FilledColumns.Part.class)
    void names_and_passwords_open_an_account_and_nothing_else_does(FilledColumns.Part part) {
        boolean opens = Set.of("EMAIL", "PHONE", "USERNAME", "PASSWORD").contains(part.name());
        FilledColumns one = new FilledColumns(Set.of(part), NOW);
        assertThat(new MergedFields(one, null, Map.of()).changesSignIn()).isEqualTo(opens);
        assertThat(new MergedFields(null, one, Map.of()).changesSignIn()).isFalse();
    }

    @Test
    void an_account_at_another_site_is_known_by_its_site_its_key_and_its_entry() {
        String one = MergedFields.digest("link", at("google", "1"));
        assertThat(one)
                .isEqualTo(MergedFields.digest("link", at("google", "1")))
                .doesNotContain("google");
        assertThat(one)
                .isNotEqualTo(MergedFields.digest("link", at("google", "2")))
                .isNotEqualTo(MergedFields.digest("link", at("apple", "1")))
                .isNotEqualTo(MergedFields.digest("other", at("google", "1")));
    }

    @Test
    void all_that_comes_along_is_named_by_its_entry_and_an_account_at_another_site_by_its_digest_too() {
        SocialDraft social = social(1, at("google", "1"));
        SocialDraft none = social(2, null);
        FactorDraft factor =
                new FactorDraft(origin(Entity.TOTP_DEVICES, 1), new ImportedFactor.Unusable("test"), List.of());
        PersonPlan plan = plan(null, social, none).with(new FactorPlan(List.of(factor), null, List.of()));
        String key = social.origin().keyIn(LEDGER);

        assertThat(MergedFields.along(plan, LEDGER))
                .isEqualTo(Map.of(
                        origin(Entity.PROFILES, 1).keyIn(LEDGER),
                        "",
                        origin(Entity.DEVICES, 1).keyIn(LEDGER),
                        "",
                        factor.origin().keyIn(LEDGER),
                        "",
                        key,
                        MergedFields.digest(key, at("google", "1"))));
        assertThat(MergedFields.along(plan(FirstProfile.UNKNOWN), LEDGER))
                .as("a profile that the row became")
                .containsEntry(BatchRows.added(ROW).keyIn(LEDGER), "")
                .hasSize(3);
    }

    private static PersonPlan plan(@Nullable FirstProfile added, SocialDraft... socials) {
        ProfileDraft profile = new ProfileDraft(
                origin(Entity.PROFILES, 1),
                Person.UNKNOWN,
                new ProfileInfo.Status("USER", false, true),
                "",
                null,
                SettingsJson.EMPTY,
                RowTimes.fresh(NOW),
                List.of());
        DeviceDraft device = new DeviceDraft(
                origin(Entity.DEVICES, 1),
                new DeviceInfo(null, null, "device", null),
                NOW,
                RowTimes.fresh(NOW),
                List.of());
        return new PersonPlan(
                ROW,
                RowTimes.fresh(NOW),
                null,
                null,
                null,
                List.of(profile),
                added,
                List.of(device),
                List.of(socials),
                new RunCounts());
    }

    private static SocialDraft social(int id, @Nullable SocialIdentity identity) {
        return new SocialDraft(origin(Entity.SOCIAL_ACCOUNTS, id), identity, RowTimes.fresh(NOW), List.of());
    }

    private static Origin origin(Entity entity, int id) {
        return new Origin(entity, id, "digest");
    }

    private static SocialIdentity at(String provider, String user) {
        return new SocialIdentity(provider, user, null, false, null, null);
    }
}
