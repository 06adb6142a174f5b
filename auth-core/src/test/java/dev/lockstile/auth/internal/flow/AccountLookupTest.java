package dev.lockstile.auth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.internal.flow.AccountLookup.Unimported;
import dev.lockstile.auth.legacy.LegacyAccounts;
import dev.lockstile.auth.legacy.LegacyAccounts.Verdict;
import dev.lockstile.auth.login.DryRunSignIn.Outcome;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.StoreUnavailableException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What an answer of the source system means, with and without an owner in the store. */
final class AccountLookupTest {

    private static final Identifier ANA = new Identifier(IdentifierKind.EMAIL, "ana@acme.example", "ana@acme.example");
    private static final List<Identifier> NAMES = List.of(ANA);
    private static final Secret PASSWORD = Secret.of("plum-harbour");

    private final List<String> asked = new ArrayList<>();

    @Test
    void without_a_source_system_there_is_nobody_to_import_and_no_work_is_done() {
        AccountLookup none = new AccountLookup(proxy(AuthStore.class, null), null);
        assertThat(none.importsUsers()).isFalse();
        assertThat(none.checkUnknown(NAMES, PASSWORD)).isFalse();
        assertThat(none.isReserved(ANA)).isFalse();
        assertThat(none.isReserved(ANA, false)).isFalse();
        assertThat(none.isImportedByProof(ANA)).isFalse();
        assertThat(none.importsProven(ANA, false)).isFalse();
        assertThat(none.unimported(ANA, false)).isEqualTo(Unimported.NOBODY);
        assertThat(none.dryRun(NAMES, PASSWORD)).isEqualTo(Outcome.UNKNOWN_NAME);
        assertThat(none.dryRun(ANA)).isEqualTo(Outcome.UNKNOWN_NAME);
        none.importOwner(ANA);
        none.askAsForUnknown(ANA);
        assertThat(asked).isEmpty();
    }

    @Test
    void where_the_store_has_no_owner_the_answer_of_the_source_system_counts() {
        assertThat(lookup(Verdict.MATCH, false).importsUsers()).isTrue();
        assertThat(lookup(Verdict.NO_MATCH, false).checkUnknown(NAMES, PASSWORD))
                .isTrue();
        assertAnswers(Verdict.MATCH, Unimported.BY_PROOF, Outcome.WOULD_MIGRATE);
        assertAnswers(Verdict.UNPROVEN, Unimported.UNPROVEN, Outcome.UNPROVEN);
        assertAnswers(Verdict.NO_MATCH, Unimported.NOBODY, Outcome.UNKNOWN_NAME);
        assertThat(lookup(Verdict.UNKNOWN, false).dryRun(ANA)).isEqualTo(Outcome.UNDECIDED);
        assertThat(lookup(Verdict.MATCH, false).dryRun(List.of(), PASSWORD)).isEqualTo(Outcome.UNKNOWN_NAME);
    }

    private void assertAnswers(Verdict verdict, Unimported unimported, Outcome dryRun) {
        AccountLookup lookup = lookup(verdict, false);
        assertThat(lookup.unimported(ANA, false)).isEqualTo(unimported);
        assertThat(lookup.isReserved(ANA)).isEqualTo(unimported != Unimported.NOBODY);
        assertThat(lookup.isReserved(ANA, false)).isEqualTo(unimported != Unimported.NOBODY);
        assertThat(lookup.isImportedByProof(ANA)).isEqualTo(unimported == Unimported.BY_PROOF);
        assertThat(lookup.importsProven(ANA, false)).isEqualTo(verdict == Verdict.MATCH);
        assertThat(lookup.dryRun(ANA)).isEqualTo(dryRun);
        assertThat(lookup.dryRun(NAMES, PASSWORD)).isEqualTo(dryRun);
    }

    @Test
    void where_the_store_has_an_owner_the_question_is_asked_for_its_time_alone_and_an_outage_stops_nothing() {
        for (Verdict verdict : Verdict.values()) {
            asked.clear();
            AccountLookup lookup = lookup(verdict, true);
            assertThat(lookup.isReserved(ANA)).isFalse();
            assertThat(lookup.isReserved(ANA, true)).isFalse();
            assertThat(lookup.isImportedByProof(ANA)).isFalse();
            assertThat(lookup.unimported(ANA, true)).isEqualTo(Unimported.NOBODY);
            assertThat(lookup.importsProven(ANA, true)).isFalse();
            assertThat(asked).containsExactly("canImport", "canImport", "canImport", "canImport", "canImportProven");
        }
    }

    @Test
    void a_source_system_that_does_not_answer_is_an_outage_and_never_a_refusal() {
        AccountLookup silent = lookup(Verdict.UNKNOWN, false);
        List<Consumer<AccountLookup>> questions = List.of(
                lookup -> lookup.checkUnknown(NAMES, PASSWORD),
                lookup -> lookup.importOwner(ANA),
                lookup -> lookup.isReserved(ANA),
                lookup -> lookup.isImportedByProof(ANA),
                lookup -> lookup.importsProven(ANA, false),
                lookup -> lookup.askAsForUnknown(ANA));
        for (Consumer<AccountLookup> question : questions) {
            assertThatThrownBy(() -> question.accept(silent)).isInstanceOf(StoreUnavailableException.class);
        }
        assertThatCode(() -> lookup(Verdict.NO_MATCH, false).importOwner(ANA)).doesNotThrowAnyException();
    }

    private AccountLookup lookup(Verdict verdict, boolean owned) {
        Optional<Boolean> owner =
                owned ? Optional.of(true) : Optional.empty(); // only whether there is one is looked at
        return new AccountLookup(proxy(AuthStore.class, owner), proxy(LegacyAccounts.class, verdict));
    }

    private <T> T proxy(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            if (type == LegacyAccounts.class || answer == null) {
                asked.add(method.getName());
            }
            return answer;
        }));
    }
}
