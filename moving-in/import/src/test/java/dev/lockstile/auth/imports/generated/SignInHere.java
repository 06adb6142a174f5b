package dev.lockstile.auth.imports.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.generated.OldAccount.State;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.SignIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tries every password of an old base at every name of it, and a code at every address of a closed account, and
 * compares with what the old system let in.
 *
 * @param rows {@code id}, {@code email_verified_at} and {@code is_superuser}, at least, of each account of the old base
 *     that the target keeps, by the old key
 */
record SignInHere(
        Supplier<Map<String, Map<String, String>>> rows, MigrationFixture app, Auth auth, GeneratedBase base) {

    SignInHere(JpaHost host, MigrationFixture app, Auth auth, GeneratedBase base) {
        this(() -> ledger(host), app, auth, base);
    }

    private static Map<String, Map<String, String>> ledger(JpaHost host) {
        Map<String, Map<String, String>> rows = new HashMap<>();
        host.rows("select l.legacy_id, u.* from auth_legacy_link l join auth_user u on l.local_ref = cast(u.id as"
                        + " varchar) where l.entity in ('users', 'fu_users')")
                .forEach(row -> rows.put(row.get("legacy_id"), row));
        return rows;
    }

    /** Types every name with every password, so that each account that moves at a first sign-in has moved. */
    void tryAll() {
        for (OldAccount account : base.accounts()) {
            if (account.word() != null) {
                names().forEach(name -> MigrationFixture.login(auth, name, KnownPasswords.plain(account.word())));
            }
        }
    }

    void compare() {
        Map<String, Map<String, String>> rows = this.rows.get();
        base.accounts().forEach(account -> compare(account, rows.get(base.key(account))));
        base.accounts().forEach(account -> marks(account, rows));
        base.accounts().stream().filter(account -> isClosed(account)).forEach(account -> codes(account, rows));
    }

    private void compare(OldAccount account, @Nullable Map<String, String> row) {
        SignInThere there = new SignInThere(base.system().preset());
        boolean admits = there.admits(account);
        if (base.system().preset().equals("mongo-phone-otp")) {
            compareCode(account, admits, row);
            return;
        }
        Set<String> opened = new TreeSet<>();
        if (account.word() != null) {
            for (String name : names()) {
                Outcome<SignIn> result = MigrationFixture.login(auth, name, KnownPasswords.plain(account.word()));
                if (result instanceof Outcome.Done<SignIn> in) {
                    assertThat(row)
                            .as("%s: %s signs in by %s", base, account, name)
                            .isNotNull();
                    assertThat(in.value().user().id().toString())
                            .as("%s: %s signs in by %s as another account", base, account, name)
                            .isEqualTo(row.get("id"));
                    assertThat(account.factor())
                            .as("%s: %s signs in by %s without the factor", base, account, name)
                            .isFalse();
                    opened.add(name);
                } else if (result instanceof Outcome.SecondFactorRequired<SignIn>) {
                    opened.add(name);
                }
            }
        }
        if (!admits) {
            assertThat(opened).as("%s: %s is closed there", base, account).isEmpty();
        } else if (Exceptions.of(base, account, there).isEmpty()) {
            assertThat(opened).as("%s: %s is shut out", base, account).isNotEmpty();
        }
    }

    private void marks(OldAccount account, Map<String, Map<String, String>> rows) {
        Map<String, String> row = rows.get(base.key(account));
        boolean alone = row != null
                && rows.values().stream()
                                .filter(one -> one.get("id").equals(row.get("id")))
                                .count()
                        == 1;
        if (!alone) {
            return;
        }
        SignInThere there = new SignInThere(base.system().preset());
        if (row.get("email_verified_at") != null) {
            assertThat(there.provesEmail(account))
                    .as("%s: %s is proven", base, account)
                    .isTrue();
        }
        if (row.get("is_superuser").toLowerCase().startsWith("t")) {
            assertThat(there.isSuperuser(account))
                    .as("%s: %s has rights", base, account)
                    .isTrue();
        }
    }

    /** A code to the address of a closed account opens that account no more than the password does. */
    private void codes(OldAccount account, Map<String, Map<String, String>> rows) {
        Map<String, String> row = rows.get(base.key(account));
        if (row == null
                || account.email() == null
                || !account.email().contains("@")
                || account.email().contains(" ")) {
            return;
        }
        boolean shared = rows.entrySet().stream()
                .anyMatch(one -> !one.getKey().equals(base.key(account))
                        && one.getValue().get("id").equals(row.get("id")));
        if (shared) {
            return;
        }
        assertThat(opened(CodeIdentifier.email(account.email())))
                .as("%s: a code opens %s", base, account)
                .isNotEqualTo(row.get("id"));
    }

    /** A system of codes alone: a code to the number opens what it opened there. */
    private void compareCode(OldAccount account, boolean admits, @Nullable Map<String, String> row) {
        if (account.phone() == null || account.phone().isBlank()) {
            return;
        }
        String number = IdentifierRules.standard()
                .phone(account.phone())
                .map(Identifier::value)
                .orElse(account.phone());
        String opened = opened(CodeIdentifier.phone(number));
        boolean own = row != null && opened.equals(row.get("id"));
        if (!admits || account.factor()) {
            assertThat(own).as("%s: a code opens %s", base, account).isFalse();
        } else if (row != null
                && Exceptions.of(base, account, new SignInThere(base.system().preset()))
                        .isEmpty()) {
            assertThat(own).as("%s: %s is shut out", base, account).isTrue();
        }
    }

    /** The account that a code to an address or number opens; an empty text for none. */
    private String opened(CodeIdentifier to) {
        try {
            return app.signInByCode(auth, to) instanceof Outcome.Done<SignIn> in
                    ? in.value().user().id().toString()
                    : "";
        } catch (NoSuchElementException | AssertionError e) {
            return ""; // no code was sent
        }
    }

    private static boolean isClosed(OldAccount account) {
        return account.state() != State.OPEN && account.state() != State.BLOCK_OVER;
    }

    private List<String> names() {
        return base.accounts().stream()
                .flatMap(account -> Stream.of(account.email(), account.username(), account.phone()))
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }

    /** What may shut an account out that the old system let in: each by its name. */
    enum Exceptions {
        /** A name belongs to two accounts once letter case and spelling are put aside: one of them keeps it. */
        TWIN,
        /** No name that the account has can be one here. */
        NO_USABLE_NAME;

        static Set<Exceptions> of(GeneratedBase base, OldAccount account, SignInThere there) {
            Set<Exceptions> found = new TreeSet<>();
            Set<String> own = keys(account);
            List<String> names = there.names(account);
            if (base.accounts().stream()
                    .filter(other -> other != account)
                    .anyMatch(other -> keys(other).stream().anyMatch(own::contains))) {
                found.add(TWIN);
            }
            if (names.stream().noneMatch(name -> !canonical(name).isEmpty())) {
                found.add(NO_USABLE_NAME);
            }
            return found;
        }

        private static Set<String> keys(OldAccount account) {
            return Stream.of(account.email(), account.username(), account.phone())
                    .filter(Objects::nonNull)
                    .flatMap(name -> canonical(name).stream())
                    .collect(Collectors.toSet());
        }

        private static Set<String> canonical(String name) {
            IdentifierRules rules = IdentifierRules.standard();
            return Stream.of(rules.email(name), rules.phone(name), rules.username(name))
                    .flatMap(found -> found.stream())
                    .map(Identifier::key)
                    .collect(Collectors.toSet());
        }
    }
}
