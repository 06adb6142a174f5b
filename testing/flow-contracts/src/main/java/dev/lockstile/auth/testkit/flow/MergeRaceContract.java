package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountEdit;
import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Of merges and other changes of one account at two nodes at once. */
@Tag("keys")
abstract class MergeRaceContract extends MergeFixture {

    /** For those who extend it. */
    protected MergeRaceContract() {}

    @Test
    void of_merges_of_one_account_at_two_nodes_one_is_done() {
        fixture.member("cara@acme.example");
        UserId cara = caller("cara@acme.example").user();
        List<UserId> targets = List.of(bea, cara);
        List<Auth> nodes = List.of(auth, node());
        assertThat(ParallelRun.winners(
                        2,
                        runner -> nodes.get(runner)
                                .admin()
                                .mergeAs(root, ana, targets.get(runner), WHY)
                                .isDone()))
                .isOne();
        assertThat(signIn(BEA).profiles().size()
                        + signIn("cara@acme.example").profiles().size())
                .isEqualTo(3);
    }

    @Test
    void of_merges_in_both_directions_at_two_nodes_one_is_done() {
        Auth other = node();
        assertThat(ParallelRun.winners(
                        2,
                        runner -> (runner == 0
                                        ? merge(root, ana, bea)
                                        : other.admin().mergeAs(root, bea, ana, WHY))
                                .isDone()))
                .isOne();
        assertThat(auth.admin().find(ana).isPresent())
                .isNotEqualTo(auth.admin().find(bea).isPresent());
    }

    @Test
    void an_account_that_is_deleted_while_it_is_merged_into_takes_nothing_with_it() {
        List<Boolean> done = ParallelRun.run(
                2,
                runner -> runner == 0
                        ? merge(root, ana, bea).isDone()
                        : auth.admin().delete(bea));
        assertThat(done.get(1)).isTrue();
        assertThat(auth.admin().find(bea)).isEmpty();
        assertThat(auth.admin().find(ana).isPresent()).isNotEqualTo(done.get(0));
    }

    /** Of both, either may come first; nothing is half done. */
    @Test
    void an_account_that_is_edited_or_acted_for_at_another_node_is_merged_whole() {
        Auth other = node();
        AccountEdit edit = new AccountEdit(draft -> draft, HostValues.NONE);
        List<Boolean> done = ParallelRun.run(3, runner -> switch (runner) {
            case 0 -> merge(root, ana, bea).isDone();
            case 1 -> other.admin().editAs(root, ana, edit, WHY) == Change.DONE;
            default -> other.impersonation().begin(root, ana, WHY).isDone();
        });
        assertThat(done.get(0)).isTrue();
        assertThat(auth.admin().find(ana)).isEmpty();
        assertThat(signIn(BEA).profiles()).hasSize(2);
        assertThat(fixture.store.<Boolean>read(
                        tx -> tx.sessions().live(ana, fixture.clock.instant()).isEmpty()))
                .as("no session of the account that ended")
                .isTrue();
    }
}
