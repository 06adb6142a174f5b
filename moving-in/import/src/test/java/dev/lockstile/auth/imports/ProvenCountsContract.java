package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.preset.FastApiUsersPreset;
import dev.lockstile.auth.imports.preset.JbDrfAuthPreset;
import dev.lockstile.auth.imports.preset.MongoPhoneOtpPreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.support.Csv;
import dev.lockstile.auth.imports.support.LegacyDump;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How many addresses and numbers of the published sets are proven, admitted and unproven, row by row and in sum. */
abstract class ProvenCountsContract extends OpenSetsFixture {

    private static final String CAME =
            "select l.entity, l.legacy_id, u.email, u.email_key, u.email_verified_at, u.phone,"
                    + " u.phone_key, u.phone_verified_at, u.admitted_at from auth_user u join auth_legacy_link l on l.local_ref ="
                    + " cast(u.id as varchar) where l.local_modified_at is not null and u.deleted_at is null and l.entity in"
                    + " ('users', 'fu_users', 'customers')";

    private static final List<Map<String, String>> JB = Csv.read("/legacy/jb_drf_auth.credentials.csv");

    @Test
    void of_jb_drf_auth_the_mark_proves_the_address_and_no_number_beside_it() {
        ImportReport report = run(() -> open(LegacyDump.jbDrfAuth()), JbDrfAuthPreset.discovering());
        Set<String> verified = verified("jb_drf_auth", "");
        Set<String> withoutAddress = JB.stream()
                .filter(row -> row.get("email").endsWith("@otp.local"))
                .map(row -> row.get("id"))
                .collect(Collectors.toSet());
        assertThat(host.rows(CAME)).hasSizeGreaterThan(250).allSatisfy(row -> {
            boolean isVerified = verified.contains(row.get("legacy_id"));
            boolean invented = String.valueOf(row.get("email")).endsWith("@otp.local");
            boolean owned = row.get("email_key") != null;
            // The mark stays when an address changes, so of two rows with one address neither has proven it for
            // certain:
            // the account that keeps it has it as admitted.
            boolean contested = contested(String.valueOf(row.get("email")));
            assertThat(row.get("email_verified_at") != null).isEqualTo(isVerified && owned && !invented && !contested);
            boolean only = withoutAddress.contains(row.get("legacy_id"))
                    && row.get("email") == null
                    && !contestedNumber(row.get("phone"));
            assertThat(row.get("phone_verified_at") != null)
                    .isEqualTo(isVerified && row.get("phone_key") != null && only);
            assertThat(row.get("admitted_at") != null).isEqualTo(isVerified && hasUnproven(row));
        });
        assertSums(report);
        assertThat(report.proofs().get("email_admitted"))
                .as("one for each address that two rows have")
                .isEqualTo(4L);
    }

    @Test
    void of_fastapi_users_the_mark_of_each_row_counts() {
        ImportReport report = run(() -> open(LegacyDump.fastApiUsers()), new FastApiUsersPreset());
        Set<String> verified = verified("fastapi_users", "fu_users");
        assertThat(host.rows(CAME)).hasSize(230 + 56).allSatisfy(row -> {
            boolean isVerified = row.get("entity").equals("fu_users") && verified.contains(row.get("legacy_id"));
            assertThat(row.get("email_verified_at") != null).isEqualTo(isVerified);
            assertThat(row.get("admitted_at") != null).isEqualTo(hasUnproven(row));
        });
        assertSums(report);
        assertThat(report.warnings()).containsEntry("second_row_unproven", 11L);
        assertThat(host.count("select count(*) from auth_user u join auth_legacy_link l on l.local_ref = cast(u.id as"
                        + " varchar) where l.entity = 'fu_users' and l.local_modified_at is not null and u.username is"
                        + " not null"))
                .as("no unproven row of users gives a name")
                .isZero();
    }

    @Test
    void of_django_nothing_is_proven() {
        ImportReport report = run(() -> open(LegacyDump.djangoOtp()), DjangoPreset.standard());
        assertThat(host.rows(CAME)).hasSizeGreaterThan(290).allSatisfy(row -> {
            assertThat(row.get("email_verified_at")).isNull();
            assertThat(row.get("phone_verified_at")).isNull();
            assertThat(row.get("admitted_at") != null)
                    .isEqualTo(row.get("entity").equals("users") && hasUnproven(row));
        });
        assertSums(report);
        assertThat(report.proofs()).doesNotContainKeys("email_proven", "phone_proven");
    }

    @Test
    void of_the_document_store_every_valid_number_is_proven() {
        ImportReport report = run(
                () -> Sources.file(LegacyDump.copied("biograph.users.jsonl.gz", folder)), new MongoPhoneOtpPreset());
        assertSums(report);
        assertThat(host.count("select count(*) from auth_user where admitted_at is not null"))
                .as("a number that is possible and that its country does not give out")
                .isEqualTo(1);
    }

    private static boolean contested(String email) {
        return JB.stream()
                        .filter(row -> row.get("deleted").equals("0"))
                        .filter(row -> row.get("email").strip().equalsIgnoreCase(email))
                        .count()
                > 1;
    }

    /** Numbers stand there with and without a plus. */
    private static boolean contestedNumber(@Nullable String number) {
        return number != null
                && JB.stream()
                                .filter(row -> row.get("deleted").equals("0"))
                                .filter(row -> number.endsWith(row.get("phone").strip())
                                        && row.get("phone").length() > 10)
                                .count()
                        > 1;
    }

    private static boolean hasUnproven(Map<String, String> row) {
        return (row.get("email_key") != null && row.get("email_verified_at") == null)
                || (row.get("phone_key") != null && row.get("phone_verified_at") == null);
    }

    private void assertSums(ImportReport report) {
        for (String kind : List.of("email", "phone")) {
            String proven = kind + "_key is not null and " + kind + "_verified_at is not null";
            String other = kind + "_key is not null and " + kind + "_verified_at is null and admitted_at is ";
            assertThat(report.proofs().getOrDefault(kind + "_proven", 0L)).isEqualTo(users(proven));
            assertThat(report.proofs().getOrDefault(kind + "_admitted", 0L)).isEqualTo(users(other + "not null"));
            assertThat(report.proofs().getOrDefault(kind + "_unproven", 0L)).isEqualTo(users(other + "null"));
        }
    }

    private long users(String condition) {
        return host.count("select count(*) from auth_user where " + condition);
    }

    private static Set<String> verified(String set, String table) {
        return Csv.read("/legacy/" + set + ".credentials.csv").stream()
                .filter(row -> table.isEmpty() || row.get("table").equals(table))
                .filter(row -> Set.of("1", "True").contains(row.get("verified")))
                .map(row -> row.get("id"))
                .collect(Collectors.toSet());
    }
}
