package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.email;
import static dev.lockstile.auth.testkit.contract.Samples.phone;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.store.UpkeepStore.StoredPhone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Stored numbers, page by page, and their change to another form of the same line. */
abstract class PhoneUpkeepContract extends UpkeepStoreContract {

    private static final Instant LATER = T0.plus(Duration.ofMinutes(1));

    /** For those who extend it. */
    protected PhoneUpkeepContract() {}

    @Test
    @Tag("keys")
    void numbers_come_page_by_page_without_those_of_deleted_users() {
        UserId first = add(new IdentifierAssignment(phone("5511"), true, T0));
        UserId gone = add(new IdentifierAssignment(phone("5512"), true, T0));
        UserId second = add(IdentifierAssignment.unproven(phone("5513")));
        add(IdentifierAssignment.proven(email("ana"), T0));
        assertThat(done(tx -> tx.users().softDelete(gone, LATER))).isTrue();
        List<StoredPhone> all = new ArrayList<>();
        List<StoredPhone> page;
        do {
            UserId after = all.isEmpty() ? null : all.get(all.size() - 1).user();
            page = write(tx -> tx.upkeep().phones(after, 1));
            all.addAll(page);
        } while (page.size() == 1);
        assertThat(all).extracting(StoredPhone::user).containsExactlyInAnyOrder(first, second);
        assertThat(all)
                .filteredOn(StoredPhone::isOwned)
                .extracting(StoredPhone::user)
                .containsExactly(first);
    }

    @Test
    @Tag("columns")
    void a_number_is_stored_in_another_form_as_it_was_seen() {
        Identifier old = phone("15511");
        Identifier current = phone("5511");
        UserId id = add(new IdentifierAssignment(old, true, T0));
        StoredPhone seen = new StoredPhone(id, old.value(), old.key());
        assertThat(done(tx -> tx.upkeep().respell(new StoredPhone(id, "+5299", old.key()), current, LATER)))
                .isFalse();
        assertThat(done(tx -> tx.upkeep().respell(new StoredPhone(id, old.value(), null), current, LATER)))
                .isFalse();
        assertThat(done(tx -> tx.upkeep().respell(seen, current, LATER))).isTrue();
        assertThat(done(tx -> tx.upkeep().respell(seen, current, LATER))).isFalse();
        assertThat(write(tx -> tx.users().byKey(old.kind(), current.key()))
                        .orElseThrow()
                        .info()
                        .identifiers()
                        .phone()
                        .verifiedAt())
                .isEqualTo(T0);
        Optional<StoredUser> byOld = write(tx -> tx.users().byKey(old.kind(), old.key()));
        assertThat(byOld).isEmpty();
    }

    @Test
    void a_number_that_another_user_owns_is_not_taken() {
        Identifier old = phone("15511");
        Identifier current = phone("5511");
        UserId id = add(new IdentifierAssignment(old, true, T0));
        UserId owner = add(new IdentifierAssignment(current, true, T0));
        assertThatThrownBy(() ->
                        done(tx -> tx.upkeep().respell(new StoredPhone(id, old.value(), old.key()), current, LATER)))
                .isInstanceOf(KeyTakenException.class);
        assertThat(write(tx -> tx.users().byKey(old.kind(), current.key()))
                        .orElseThrow()
                        .info()
                        .id())
                .isEqualTo(owner);
    }

    @Test
    void of_two_who_store_a_number_anew_at_once_one_does() {
        Identifier old = phone("15511");
        UserId id = add(new IdentifierAssignment(old, true, T0));
        StoredPhone seen = new StoredPhone(id, old.value(), old.key());
        assertThat(ParallelRun.winners(2, n -> done(tx -> tx.upkeep().respell(seen, phone("5511"), LATER))))
                .isEqualTo(1);
    }

    private UserId add(IdentifierAssignment claim) {
        return write(tx -> tx.users().insert(user(List.of(claim), null)));
    }
}
