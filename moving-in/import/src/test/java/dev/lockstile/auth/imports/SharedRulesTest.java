package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.SmallLegacy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A run and the comparison a day later judge a row by the same rules. */
final class SharedRulesTest extends StateAndProofFixture {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }

    @Test
    void a_user_name_whose_other_claimant_is_in_quarantine_has_no_owner() {
        moved(
                "wordpress",
                file(
                        "wp_users.csv",
                        "ID,user_login,user_pass,user_email,user_registered,google2fa_secret",
                        "1,Bob,,bob1@acme.example,2019-01-01 00:00:00,GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
                        "2,bob,,bob2@acme.example,2020-01-01 00:00:00,"));
        assertThat(importing.quarantine())
                .extracting(QuarantineEntry::reason)
                .containsOnly("second_factor_not_kept", "owner_quarantined");
        assertThat(host.rows("select email_key, username_key from auth_user"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("email_key")).isNotNull())
                .satisfies(row -> assertThat(row.get("username_key")).isNull());
    }

    @Test
    void a_user_name_has_no_owner_where_the_other_claimant_may_not_own_it() {
        SmallLegacy old = new SmallLegacy();
        old.user(1, "username", "'bob'", "email", "'bob1@acme.example'", "is_active", "false");
        old.user(2, "username", "'Bob'", "email", "null", "is_verified", "false", "deleted", "null");
        old.user(3, "username", "'BOB'", "email", "'bob1@acme.example'", "is_verified", "false");
        moved("jb-drf-auth", old::source);
        assertThat(host.count("select count(*) from auth_user where username_key is not null"))
                .isZero();
    }

    @Test
    void a_deleted_account_with_an_address_that_is_none_is_admitted_on_both_sides() {
        moved(
                "laravel",
                file(
                        "users.csv",
                        "id,email,password,email_verified_at,deleted_at",
                        "1,not-an-address,,,2024-01-01 00:00:00",
                        "2,free@acme.example,,,"));
        assertThat(host.count("select count(*) from auth_user where admitted_at is not null"))
                .isEqualTo(2);
    }

    @Test
    void a_lockout_that_expires_between_the_run_and_the_comparison_is_no_difference() {
        moved(
                "authjs",
                file(
                        "user.csv",
                        "id,email,banned,banExpires",
                        "1,ends@acme.example,true,2026-12-01 22:00:00",
                        "2,lasts@acme.example,true,2026-12-05 22:00:00"));
        assertThat(states()).isEqualTo(Map.of("ends", "closed", "lasts", "closed"));
        moved(
                "aspnet-identity",
                file(
                        "aspnetusers.csv",
                        "Id,UserName,Email,PasswordHash,EmailConfirmed,LockoutEnd,LockoutEnabled",
                        "1,soon,soon@acme.example,,True,2026-12-01 22:00:00 +00:00,True"));
        assertThat(states()).containsEntry("soon", "closed");
    }

    @Test
    void a_state_that_was_changed_here_is_told_all_the_same() {
        var source = file("user.csv", "id,email,banned,banExpires", "1,lasts@acme.example,true,2026-12-05 22:00:00");
        moved("authjs", source);
        host.execute("update auth_user set is_active = true");
        List<VerifyReport.Difference> told = new ArrayList<>();
        Verifying.of(host.store(), source.get(), Presets.named("authjs", null), told);
        assertThat(told).extracting(one -> one.field()).containsExactly("is_active");
    }
}
