package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.FINE;
import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.model.DeviceId;
import dev.lockstile.auth.model.DeviceInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.imports.BulkInsertStore.NewDevice;
import dev.lockstile.auth.store.imports.ImportTx;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Devices: recognised by their own token, pushed to on behalf of one user at a time. Skipped where none are kept. */
abstract class DeviceStoreContract extends StoreContract {

    private UserId ana;
    private UserId bea;

    /** For those who extend it. */
    protected DeviceStoreContract() {}

    @BeforeEach
    final void addUsers() {
        Assumptions.assumeTrue(done(tx -> tx.devices().isMapped()), "this store keeps no devices");
        ana = write(tx -> tx.users().insert(user("ana")));
        bea = write(tx -> tx.users().insert(user("bea")));
    }

    @Test
    void a_device_of_the_same_user_with_the_same_token_is_used_again() {
        DeviceId first = link(ana, "token", "push-1");
        DeviceId second = link(ana, "token", "push-2");
        assertThat(second).isEqualTo(first);
        assertThat(link(ana, "other token", "push-3")).isNotEqualTo(first);
    }

    @Test
    void a_token_that_differs_in_case_is_another_device() {
        assertThat(link(ana, "TOKEN", null)).isNotEqualTo(link(ana, "token", null));
    }

    @Test
    void devices_without_a_token_are_never_taken_for_each_other() {
        assertThat(link(ana, null, "push-1")).isNotEqualTo(link(ana, null, "push-2"));
    }

    @Test
    @Tag("keys")
    void a_device_that_changed_hands_is_another_device_and_known_again_to_both() {
        DeviceId anas = link(ana, "token", "push-1");
        DeviceId beas = link(bea, "token", "push-2");
        assertThat(beas).isNotEqualTo(anas);
        assertThat(link(ana, "token", "push-3")).isEqualTo(anas);
        assertThat(link(bea, "token", "push-4")).isEqualTo(beas);
    }

    @Test
    void a_device_from_a_legacy_system_is_known_again() {
        assumeImports();
        RowTimes times = new RowTimes(T0, FINE, null, false);
        DeviceId imported = imported(new NewDevice(ana, info("token", "push-1"), T0, times));
        assertThat(link(ana, "token", "push-2")).isEqualTo(imported);
    }

    @Test
    void a_device_that_came_deleted_is_not_used_again() {
        assumeImports();
        RowTimes times = new RowTimes(T0, FINE, FINE, false);
        DeviceId gone = imported(new NewDevice(ana, info("token", "push-1"), T0, times));
        assertThat(link(ana, "token", "push-2")).isNotEqualTo(gone);
    }

    @Test
    @Tag("columns")
    void values_as_long_as_their_columns_fit() {
        String wide = "\u00E9".repeat(250);
        DeviceInfo widest = new DeviceInfo(wide, wide, wide, "n".repeat(500));
        DeviceId first = write(tx -> tx.devices().link(ana, widest, T0));
        DeviceId second = write(tx -> tx.devices().link(ana, widest, T0));
        assertThat(second).isEqualTo(first);
    }

    @Test
    @Tag("transactions")
    void a_link_that_is_rolled_back_changes_no_hands() {
        StoreProbe probe = probe();
        DeviceId anas = link(ana, "token", "push-1");
        assertThatThrownBy(() -> change(tx -> {
                    tx.devices().link(bea, info("token", "push-2"), FINE);
                    throw new IllegalStateException("the work failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(probe.notificationToken(anas)).isEqualTo("push-1");
    }

    @Test
    @Tag("keys")
    @Tag("columns")
    void a_device_that_changed_hands_stops_getting_pushes_for_its_previous_user() {
        StoreProbe probe = probe();
        DeviceId anas = link(ana, "token", "push-1");
        DeviceId elsewhere = link(ana, "other token", "push-9");
        DeviceId beas = link(bea, "token of a new installation", "push-1");
        assertThat(probe.notificationToken(anas)).isNull();
        assertThat(probe.notificationToken(beas)).isEqualTo("push-1");
        assertThat(probe.notificationToken(elsewhere)).isEqualTo("push-9");
    }

    @Test
    void who_names_somebody_elses_device_silences_nobody() {
        StoreProbe probe = probe();
        DeviceId anas = link(ana, "token", "push-1");
        link(bea, "token", "push-2");
        link(bea, "token", null);
        assertThat(probe.notificationToken(anas)).isEqualTo("push-1");
    }

    @Test
    void a_new_installation_on_the_same_device_is_the_same_device() {
        DeviceId before = link(ana, "token", "push-1");
        assertThat(link(ana, "token of a new installation", "push-1")).isEqualTo(before);
        assertThat(find(tx -> tx.devices().byToken(ana, "token of a new installation")))
                .contains(before);
        assertThat(find(tx -> tx.devices().byToken(ana, "token"))).isEmpty();
    }

    @Test
    void a_device_is_found_by_its_token_for_its_own_user_alone() {
        DeviceId anas = link(ana, "token", "push-1");
        assertThat(find(tx -> tx.devices().byToken(ana, "token"))).contains(anas);
        assertThat(find(tx -> tx.devices().byToken(bea, "token"))).isEmpty();
        assertThat(find(tx -> tx.devices().byToken(ana, "push-1"))).isEmpty();
    }

    @Test
    void a_device_linked_again_has_its_new_push_token() {
        StoreProbe probe = probe();
        DeviceId device = link(ana, "token", "push-1");
        link(ana, "token", "push-2");
        assertThat(probe.notificationToken(device)).isEqualTo("push-2");
    }

    private DeviceId link(UserId user, @Nullable String token, @Nullable String push) {
        return write(tx -> tx.devices().link(user, info(token, push), FINE));
    }

    private DeviceId imported(NewDevice device) {
        return write(tx -> ImportTx.in(tx).inserts().insertDevices(List.of(device)))
                .get(0);
    }

    private static DeviceInfo info(@Nullable String token, @Nullable String push) {
        return new DeviceInfo("ios", "Ana's phone \uD83D\uDCF1", token, push);
    }
}
