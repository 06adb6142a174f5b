package dev.lockstile.auth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.testkit.AuthTestKit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class IdentifiersCommandTest extends ManageCommandsFixture {

    private static final Instant T0 = Instant.parse("2020-01-01T00:00:00Z");

    private final List<AuthEvent> events = new CopyOnWriteArrayList<>();

    @BeforeEach
    void wire() {
        host.auth = AuthTestKit.of(Auth.builder(host.store)
                        .settings(AuthTestKit.settings())
                        .listener(events::add))
                .auth();
    }

    @Test
    void old_forms_are_counted_first_and_stored_anew_once() {
        add("+5215512345678", "key of an older release");
        add("+551187654321", null);
        add(
                "+5491123456789",
                host.identifierRules().phone("+5491123456789").orElseThrow().key());
        assertThat(run("identifiers", "normalise", "--dry-run")).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("3 number(s) read, 2 to be stored in their present form, 0 conflict(s)");
        assertThat(phones()).contains("+5215512345678", "+551187654321");
        assertThat(run("identifiers", "normalise")).isEqualTo(ExitCodes.OK);
        assertThat(phones()).containsExactlyInAnyOrder("+525512345678", "+5511987654321", "+5491123456789");
        out.getBuffer().setLength(0);
        assertThat(run("identifiers", "normalise")).isEqualTo(ExitCodes.OK);
        assertThat(out.toString()).contains("0 stored");
        String key = host.identifierRules().phone("+525512345678").orElseThrow().key();
        Optional<StoredUser> owner = host.store.read(tx -> tx.users().byKey(IdentifierKind.PHONE, key));
        assertThat(owner).isPresent();
        host.auth.close(); // listeners have heard all events then
        assertThat(events)
                .filteredOn(AuthEvent.PhoneRespelled.class::isInstance)
                .hasSize(2);
    }

    @Test
    void a_number_of_two_accounts_is_told_and_left_to_its_owner() {
        add("+5215512345678", "key of an older release");
        add(
                "+525512345678",
                host.identifierRules().phone("+525512345678").orElseThrow().key());
        for (String[] line : new String[][] {{"identifiers", "normalise", "--dry-run"}, {"identifiers", "normalise"}}) {
            out.getBuffer().setLength(0);
            assertThat(run(line)).isEqualTo(ExitCodes.FAILED);
            assertThat(out.toString())
                    .contains("conflict: the number of user ", "1 conflict(s)")
                    .doesNotContain("5512345678");
        }
        assertThat(phones()).containsExactlyInAnyOrder("+5215512345678", "+525512345678");
        host.auth.close();
        assertThat(events).isEmpty();
    }

    private List<String> phones() {
        return host.store.read(tx -> tx.upkeep().phones(null, 100)).stream()
                .map(phone -> phone.value())
                .toList();
    }

    private void add(String value, String key) {
        Identifier phone = new Identifier(IdentifierKind.PHONE, value, key == null ? "" : key);
        IdentifierAssignment claim =
                key == null ? IdentifierAssignment.unproven(phone) : new IdentifierAssignment(phone, true, T0);
        host.store.alone(tx -> tx.users()
                .insert(new NewUser(
                        List.of(claim),
                        null,
                        UserInfo.Status.ORDINARY,
                        new UserInfo.Dates(T0, null, null),
                        SettingsJson.EMPTY,
                        RowTimes.fresh(T0))));
    }
}
