package dev.lockstile.auth.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint that needs a token, called by a stranger, by a superuser and without a token with the keys of another
 * account (ASVS 8.2.2, OWASP API1:2023). An endpoint without a row here fails.
 */
abstract class CrossAccountContract extends AttackContract {

    private static final String EVE = "eve@example.com";
    private static final String ROOT = "root@example.com";

    @Test
    void nobody_reaches_what_is_somebody_elses() {
        AttackedHost host = unlimited();
        Victim victim = Victim.settle(host);
        host.member(EVE);
        host.superuser(ROOT);
        Operations operations = new Operations(host);
        for (String actor : List.of(EVE, ROOT)) {
            for (CrossAccountCall row : CrossAccountCall.table(victim, actor.equals(ROOT))) {
                if (!operations.isOff(row.operation())) {
                    tried(host, victim, actor, row);
                }
            }
        }
    }

    private static void tried(AttackedHost host, Victim victim, String actor, CrossAccountCall row) {
        String before = victim.state();
        int mails = victim.mails();
        AuthReply reply = row.send(host.signedIn(actor), row.path());
        assertThat(reply.status())
                .as("%s by %s: %s", row.operation(), actor, reply)
                .isIn(row.statuses());
        assertThat(reply.text()).as(row.operation()).doesNotContain(victim.marks());
        assertThat(victim.state()).as("%s by %s", row.operation(), actor).isEqualTo(before);
        assertThat(victim.mails())
                .as("%s sent the victim something", row.operation())
                .isEqualTo(mails);
        if (!row.path().equals(row.pathOfNothing())) {
            AuthReply nothing = row.send(host.signedIn(actor), row.pathOfNothing());
            assertThat(reply.text())
                    .as("%s by %s: as if it were not there", row.operation(), actor)
                    .isEqualTo(nothing.text());
            assertThat(reply.status()).isEqualTo(nothing.status());
        }
    }

    @Test
    void nobody_at_all_reaches_anything() {
        AttackedHost host = unlimited();
        Victim victim = Victim.settle(host);
        String before = victim.state();
        boolean socialIsOff =
                host.client.send("POST", "login/social/nonce/", Map.of()).code().equals("social_login_off");
        Operations operations = new Operations(host);
        for (CrossAccountCall row : CrossAccountCall.table(victim, false)) {
            for (AuthClient nobody : List.of(host.client, host.client.bearing(""), host.client.bearing("x.y.z"))) {
                AuthReply reply = row.send(nobody, row.path());
                if (operations.isOff(row.operation())) {
                    // 405 where the path of another endpoint fits, as that of one user fits users/settings/
                    assertThat(reply.status())
                            .as("%s: %s", row.operation(), reply)
                            .isIn(
                                    404,
                                    row.operation().equals("POST /admin/users/settings/")
                                                    || row.operation().equals("POST /admin/users/profile-settings/")
                                            ? 405
                                            : 404);
                    continue;
                }
                boolean off = socialIsOff && row.path().contains("/social/"); // told to every caller where it is off
                assertThat(reply.status()).as("%s: %s", row.operation(), reply).isEqualTo(off ? 404 : 401);
                assertThat(reply.code())
                        .isIn(off ? Set.of("social_login_off") : Set.of("not_authenticated", "invalid_token"));
            }
        }
        assertThat(victim.state()).isEqualTo(before);
    }

    @Test
    void every_endpoint_that_needs_a_token_has_its_row() {
        AttackedHost host = unlimited();
        Operations operations = new Operations(host);
        Set<String> rows = CrossAccountCall.table(Victim.settle(host), false).stream()
                .map(CrossAccountCall::operation)
                .filter(operation -> !operations.isOff(operation))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> endpoints = new TreeSet<>(operations.signedIn());
        assertThat(rows).isEqualTo(endpoints).hasSizeGreaterThan(20);
    }
}
