package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.imports.ImportTx;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Users come under keys that are given, and no other user is made such a key; skipped where a store makes all itself.
 */
@Tag("keys")
abstract class GivenKeysContract extends StoreContract {

    private static final List<String> FORMS = List.of("%d", "00000000-0000-4000-8000-%012d");

    /** Beyond what a node may have drawn before a key was given. */
    private static final int ROOM = 1000;

    private long first = ROOM;

    /** For those who extend it. */
    protected GivenKeysContract() {}

    @BeforeEach
    void assumeGivenKeys() {
        Assumptions.assumeTrue(done(tx -> ImportTx.in(tx).inserts().takesKeys()), "this store makes all keys itself");
        UserId made = write(tx -> tx.users().insert(user("made-first")));
        first = made.key() instanceof Number number ? number.longValue() + ROOM : ROOM;
    }

    @Test
    void users_are_under_the_keys_that_were_given() {
        change(tx ->
                ImportTx.in(tx).inserts().insertUsersAs(List.of(key(2), key(1)), List.of(user("ana"), user("bea"))));

        assertThat(name(2)).contains("ana");
        assertThat(name(1)).contains("bea");
        change(tx -> ImportTx.in(tx).inserts().insertUsersAs(List.of(), List.of()));
    }

    @Test
    @Tag("columns")
    @Tag("transactions")
    void a_key_or_an_identifier_that_somebody_has_ends_the_work_and_nobody_is_added() {
        change(tx -> ImportTx.in(tx).inserts().insertUsersAs(List.of(key(1)), List.of(user("ana"))));

        assertThatThrownBy(() -> insert(List.of(key(2), key(1)), List.of(user("bea"), user("cleo"))))
                .isInstanceOf(KeyTakenException.class);
        assertThatThrownBy(() -> insert(List.of(key(2), key(3)), List.of(user("bea"), user("ana"))))
                .isInstanceOf(KeyTakenException.class);

        assertThat(find(tx -> tx.users().byId(key(2)))).isEmpty();
    }

    @Test
    @Tag("transactions")
    void of_many_who_add_the_same_key_one_wins() {
        int winners = ParallelRun.ownersOf(16, number -> insert(List.of(key(1)), List.of(user("many" + number))));
        assertThat(winners).isEqualTo(1);
    }

    @Test
    @Tag("columns")
    void no_key_that_was_given_is_made_for_anybody_else() {
        List<UserId> keys = IntStream.range(0, 120).mapToObj(this::key).toList();
        insert(keys, IntStream.range(0, 120).mapToObj(i -> user("given" + i)).toList());

        change(tx -> ImportTx.in(tx).inserts().reserveKeysUpTo(null));

        assertThat(done(tx -> ImportTx.in(tx).inserts().makesKeysInUse())).isFalse();
        List<UserId> made = ParallelRun.run(16, number -> {
                    if (number % 4 == 0) {
                        change(tx -> ImportTx.in(tx).inserts().reserveKeysUpTo(key(number)));
                    }
                    return write(tx -> ImportTx.in(tx)
                            .inserts()
                            .insertUsers(IntStream.range(0, 15)
                                    .mapToObj(i -> user("made" + number + "-" + i))
                                    .toList()));
                })
                .stream()
                .flatMap(List::stream)
                .toList();
        assertThat(made).hasSize(16 * 15).doesNotHaveDuplicates().doesNotContainAnyElementsOf(keys);
    }

    @Test
    @Tag("columns")
    void what_makes_keys_is_moved_on_and_never_back() {
        change(tx -> ImportTx.in(tx).inserts().reserveKeysUpTo(key(5000)));
        UserId before = lastMade("before");
        change(tx -> ImportTx.in(tx).inserts().reserveKeysUpTo(key(1)));
        UserId after = lastMade("after");

        assertThat(after).isNotEqualTo(before);
        if (before.key() instanceof Number one && after.key() instanceof Number two) {
            assertThat(two.longValue()).isGreaterThan(one.longValue());
        }
    }

    /** After so many that nothing is left of what was drawn before. */
    private UserId lastMade(String name) {
        List<NewUser> users =
                IntStream.range(0, 120).mapToObj(i -> user(name + i)).toList();
        List<UserId> keys = write(tx -> ImportTx.in(tx).inserts().insertUsers(users));
        return keys.get(keys.size() - 1);
    }

    private void insert(List<UserId> keys, List<NewUser> users) {
        change(tx -> ImportTx.in(tx).inserts().insertUsersAs(keys, users));
    }

    private UserId key(int number) {
        return FORMS.stream()
                .map(form -> String.format(Locale.ROOT, form, first + number))
                .flatMap(text -> store().userId(text).stream())
                .findFirst()
                .orElseThrow();
    }

    private Stream<String> name(int number) {
        return find(tx -> tx.users().byId(key(number))).stream()
                .map(user -> user.info().identifiers().email().value())
                .map(value -> String.valueOf(value).replace("@example.com", ""));
    }
}
