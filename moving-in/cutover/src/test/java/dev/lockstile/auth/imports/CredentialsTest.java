package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.source.JdbcSource;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.support.Csv;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JbAnswers;
import dev.lockstile.auth.imports.support.LegacyDump;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.password.Argon2Cost;
import dev.lockstile.auth.password.PasswordHasher;
import dev.lockstile.auth.password.PasswordSettings;
import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A user with a password in the old system and an account in good standing still has both. */
final class CredentialsTest {

    private final IdentifierRules rules = IdentifierRules.standard();
    private final InMemoryAuthStore store = new InMemoryAuthStore();
    private final PasswordHasher hasher = Passwords.of(PasswordSettings.owasp().withCost(Argon2Cost.cheapForTests()))
            .hasher();

    @Test
    void every_old_password_has_the_verdict_it_should_have() {
        new Importing(store).run(JdbcSource.open(new SourceAccess(LegacyDump.jbDrfAuth(), null, null)));
        List<Map<String, String>> rows = Csv.read("/legacy/jb_drf_auth.credentials.csv");

        List<String> wrong = rows.stream()
                .filter(row -> signsIn(row.get("email"), row.get("password")) != JbAnswers.signsIn(row))
                .map(row -> row.get("id") + " " + row.get("hasher") + " " + row.get("why"))
                .toList();

        assertThat(rows).hasSize(304);
        assertThat(rows.stream().filter(JbAnswers::signsIn)).hasSize(194 + 4 + 10 + 7 + 3);
        assertThat(wrong).isEmpty();
    }

    private boolean signsIn(String login, String password) {
        Optional<StoredUser> user = Stream.of(rules.email(login), rules.phone(login), rules.username(login))
                .flatMap(Optional::stream)
                .map(this::owner)
                .flatMap(Optional::stream)
                .findFirst();
        return user.filter(found -> found.info().status().mayAct())
                .filter(found ->
                        found.info().identifiers().anyVerified() || found.info().isAdmitted())
                .map(StoredUser::passwordHash)
                .map(hash -> hasher.check(hash.reveal(), Secret.of(password)).matches())
                .orElse(false);
    }

    private Optional<StoredUser> owner(Identifier name) {
        return store.read(tx -> tx.users().byKey(name.kind(), name.key()));
    }
}
