package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.model.SocialAccountId;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.ServedProviders;
import dev.lockstile.auth.store.SocialStore.SocialKey;
import dev.lockstile.auth.store.SocialStore.StoredSocialAccount;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewSocial;
import dev.lockstile.auth.store.imports.ImportTx;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Accounts at other sites: one owner each, and a way in that is not taken away by two at once. */
abstract class SocialStoreContract extends SocialStoreCases {

    /** For those who extend it. */
    protected SocialStoreContract() {}

    @Test
    void an_account_is_found_by_provider_issuer_and_subject() {
        link(ana, "site", "1");
        StoredSocialAccount found = find("site", ISSUER, "1").orElseThrow();
        assertThat(found.user()).isEqualTo(ana);
        assertThat(found.identity()).isEqualTo(identity("site", "1"));
        assertThat(found.linkedAt()).isEqualTo(T0);
        assertThat(find("site", ISSUER, "2")).as("another subject").isEmpty();
        assertThat(find("other", ISSUER, "1")).as("another provider").isEmpty();
        assertThat(find("site", "https://evil.example", "1"))
                .as("another issuer")
                .isEmpty();
    }

    @Test
    void an_imported_account_has_its_issuer_from_the_first_sign_in_on() {
        assumeImports();
        SocialIdentity old = identity("site", "1").withoutIssuer();
        change(tx -> ImportTx.in(tx).inserts().insertSocials(List.of(new NewSocial(ana, old, RowTimes.fresh(T0)))));
        StoredSocialAccount found = find("site", ISSUER, "1").orElseThrow();
        assertThat(found.identity().issuer()).isNull();
        assertThat(recordLogin(found.id(), ISSUER)).isTrue();
        assertThat(recordLogin(found.id(), "https://evil.example")).isFalse();
        assertThat(find("site", "https://evil.example", "1")).isEmpty();
        assertThat(find("site", ISSUER, "1").orElseThrow().identity().issuer()).isEqualTo(ISSUER);
    }

    @Test
    void a_missing_issuer_is_completed_once_for_its_owner_and_an_issuer_stays() {
        assumeImports();
        SocialIdentity old = identity("site", "1").withoutIssuer();
        change(tx -> ImportTx.in(tx).inserts().insertSocials(List.of(new NewSocial(ana, old, RowTimes.fresh(T0)))));
        SocialAccountId id = id("site", "1");
        assertThat(completeIssuer(ben, id, ISSUER)).as("somebody else's").isFalse();
        List<String> issuers = List.of(ISSUER, "https://other.example");
        assertThat(ParallelRun.winners(2, n -> completeIssuer(ana, id, issuers.get(n))))
                .isEqualTo(1);
        StoredSocialAccount of = list(tx -> tx.socials().of(ana)).get(0);
        assertThat(of.identity().issuer()).isIn(issuers);
        assertThat(of.identity().lastLoginAt()).as("no sign-in").isEqualTo(old.lastLoginAt());
        assertThat(completeIssuer(ana, id, "https://third.example")).isFalse();
        unlink(ana, id);
        assertThat(completeIssuer(ana, id, ISSUER)).as("unlinked").isFalse();
    }

    private boolean completeIssuer(UserId user, SocialAccountId id, String issuer) {
        return done(tx -> tx.socials().completeIssuer(user, id, issuer, SOON));
    }

    @Test
    @Tag("columns")
    void a_sign_in_notes_what_the_provider_said() {
        link(ana, "site", "1");
        SocialAccountId id = id("site", "1");
        SocialIdentity said = new SocialIdentity("site", ISSUER, "ignored", "new@example.com", false, null, null);
        assertThat(done(tx -> tx.socials().recordLogin(id, said, T0, SOON))).isTrue();
        assertThat(find("site", ISSUER, "1").orElseThrow().identity())
                .isEqualTo(new SocialIdentity("site", ISSUER, "1", "new@example.com", false, null, SOON));
    }

    @Test
    void an_account_is_linked_to_one_user() {
        link(ana, "site", "1");
        assertThatThrownBy(() -> link(ben, "site", "1")).isInstanceOf(KeyTakenException.class);
        assertThatThrownBy(() -> link(ana, "site", "1")).isInstanceOf(KeyTakenException.class);
        link(ben, "other", "1");
        link(ana, "site", "2");
        assertThat(list(tx -> tx.socials().of(ana)))
                .extracting(account -> account.identity().providerUserId())
                .containsExactly("1", "2");
    }

    @Test
    void of_many_who_link_one_account_one_does() {
        assertThat(ParallelRun.ownersOf(RUNS, n -> link(n % 2 == 0 ? ana : ben, "site", "1")))
                .isEqualTo(1);
    }

    @Test
    void an_unlinked_account_is_remembered_as_such_and_may_be_linked_again() {
        link(ana, "site", "1");
        SocialAccountId id = id("site", "1");
        assertThat(unlink(ben, id)).as("another user").isFalse();
        assertThat(isUnlinked(ana, "1")).isFalse();
        assertThat(ParallelRun.winners(RUNS, n -> unlink(ana, id))).isEqualTo(1);
        assertThat(find("site", ISSUER, "1")).isEmpty();
        assertThat(list(tx -> tx.socials().of(ana))).isEmpty();
        assertThat(recordLogin(id, ISSUER)).as("a sign-in by it").isFalse();
        assertThat(isUnlinked(ana, "1")).isTrue();
        assertThat(isUnlinked(ben, "1")).isFalse();
        link(ben, "site", "1");
        assertThat(isUnlinked(ana, "1")).as("while another user has it").isTrue();
        assertThat(find("site", ISSUER, "1").orElseThrow().user()).isEqualTo(ben);
    }

    @Test
    void what_a_user_unlinked_stays_so_whatever_others_do_with_it() {
        link(ana, "site", "1");
        unlink(ana, id("site", "1"));
        link(ben, "site", "1");
        unlink(ben, id("site", "1"));
        assertThat(isUnlinked(ana, "1")).isTrue();
        assertThat(isUnlinked(ben, "1")).isTrue();
        assertThat(isUnlinked(ana, "2")).as("another subject").isFalse();
        link(ana, "site", "1");
        assertThat(isUnlinked(ana, "1")).as("put back").isFalse();
        assertThat(isUnlinked(ben, "1")).isTrue();
        unlink(ana, id("site", "1"));
        link(ben, "site", "1");
        change(tx -> tx.users().softDelete(ben, SOON));
        assertThat(isUnlinked(ana, "1")).as("the other is deleted").isTrue();
        link(ana, "site", "1");
        assertThat(isUnlinked(ana, "1")).isFalse();
    }

    @Test
    void all_of_a_user_go_with_what_others_have_linked_since() {
        link(ana, "site", "1");
        unlink(ana, id("site", "1"));
        link(ben, "site", "1");
        assertThat(count(tx -> tx.socials().removeAll(ana))).isEqualTo(1);
        assertThat(isUnlinked(ana, "1")).isFalse();
    }

    @Test
    void the_last_one_stays_whoever_is_quicker() {
        link(ana, "site", "1");
        link(ana, "other", "2");
        link(ana, "gone", "3");
        link(ben, "site", "4");
        List<SocialAccountId> both = List.of(id("site", "1"), id("other", "2"));
        assertThat(ParallelRun.winners(2, n -> unlinkUnlessLast(both.get(n)))).isEqualTo(1);
        assertThat(list(tx -> tx.socials().of(ana))).hasSize(2);
        SocialAccountId last = list(tx -> tx.socials().of(ana)).get(0).id();
        assertThat(unlinkUnlessLast(last))
                .as("beside one of a provider that is not served")
                .isFalse();
        assertThat(unlinkUnlessLast(id("gone", "3"))).isTrue();
    }

    @Test
    void an_imported_account_of_a_provider_with_many_issuers_is_no_way_in_that_stays() {
        assumeImports();
        link(ana, "site", "1");
        SocialIdentity old = identity("other", "2").withoutIssuer();
        change(tx -> ImportTx.in(tx).inserts().insertSocials(List.of(new NewSocial(ana, old, RowTimes.fresh(T0)))));
        for (Set<String> withoutIssuer : List.of(Set.<String>of(), Set.of("site"))) {
            assertThat(unlinkUnlessLast(id("site", "1"), new ServedProviders(SITES.names(), withoutIssuer)))
                    .isFalse();
        }
        completeIssuer(ana, id("other", "2"), ISSUER);
        assertThat(unlinkUnlessLast(id("site", "1"), new ServedProviders(SITES.names(), Set.of())))
                .isTrue();
    }

    @Test
    void an_imported_account_of_a_provider_with_one_issuer_is_a_way_in() {
        assumeImports();
        link(ana, "site", "1");
        SocialIdentity old = identity("other", "2").withoutIssuer();
        change(tx -> ImportTx.in(tx).inserts().insertSocials(List.of(new NewSocial(ana, old, RowTimes.fresh(T0)))));
        assertThat(unlinkUnlessLast(id("site", "1"), new ServedProviders(SITES.names(), Set.of("other"))))
                .isTrue();
    }

    @Test
    void all_of_a_user_go_together_and_leave_no_trace() {
        link(ana, "site", "1");
        link(ana, "other", "2");
        link(ben, "site", "3");
        unlink(ana, id("site", "1"));
        assertThat(count(tx -> tx.socials().removeAll(ana))).isEqualTo(2);
        assertThat(isUnlinked(ana, "1")).isFalse();
        assertThat(find("site", ISSUER, "3")).isPresent();
        link(ben, "other", "2");
    }

    @Test
    void an_account_of_a_deleted_user_opens_nothing_and_is_free() {
        link(ana, "site", "1");
        SocialAccountId id = id("site", "1");
        change(tx -> tx.users().softDelete(ana, SOON));
        assertThat(find("site", ISSUER, "1")).isEmpty();
        assertThat(recordLogin(id, ISSUER)).isFalse();
        link(ben, "site", "1");
    }

    private boolean isUnlinked(UserId user, String subject) {
        return read(tx -> tx.socials().isUnlinked(user, new SocialKey("site", ISSUER, subject)));
    }
}
