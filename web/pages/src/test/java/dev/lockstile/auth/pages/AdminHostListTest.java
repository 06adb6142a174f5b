package dev.lockstile.auth.pages;

import static dev.lockstile.auth.pages.PagesServer.MOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.HostList;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.Role;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A list of the host's own rows in the administration. */
class AdminHostListTest {

    private static final String PASSWORD = "plum-harbour-4417";
    private static final String PATH = "/admin/lists/orders";

    private final Orders orders = new Orders();
    private final AuthTestKit kit = AuthTestKit.of(Auth.builder(new InMemoryAuthStore())
            .settings(AuthTestKit.settings())
            .roles(
                    Role.named("seller").may("orders:read"),
                    Role.named("reader").may(AdminPermission.USERS_READ),
                    Role.named("packer").may("parcels:read")));
    private final PagesServer server = new PagesServer(
            kit, PageSettings.defaults().withAdministration(AdminLists.none()).withHostList(orders));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void it_shows_its_columns_with_values_by_the_language_and_escaped() {
        String page = root().open(PATH).body();
        assertThat(page)
                .contains("<title>Orders", "<h1>Orders</h1>", "<th scope=\"col\">Number</th>")
                .contains("N-2 &lt;b&gt;", "<td data-label=\"Paid\">yes</td>", "title=\"1 Jan 1970, 00:00 UTC\"")
                .contains("href=\"" + MOUNT + PATH + "\" aria-current=\"page\"");
        assertThat(orders.asked).containsExactly(new HostList.Query(Map.of(), null, 50));
    }

    @Test
    void filters_and_the_next_page_ask_the_list() {
        PagesBrowser root = root();
        assertThat(root.open(PATH + "?by-number=+N-2+&by-paid=&by-secret=1").body())
                .contains("name=\"by-number\" type=\"text\" value=\"N-2\"", "name=\"after\" value=\"41\"");
        assertThat(root.open(PATH + "?by-number=N-2&after=41").body()).contains(">First page<");
        assertThat(orders.asked)
                .containsExactly(
                        new HostList.Query(Map.of("number", "N-2"), null, 50),
                        new HostList.Query(Map.of("number", "N-2"), "41", 50));
    }

    @Test
    void a_text_that_no_column_holds_finds_nothing_without_a_question() {
        assertThat(root().open(PATH + "?by-number=" + "9".repeat(201)).body()).contains("class=\"empty\"");
        assertThat(orders.asked).isEmpty();
    }

    @Test
    void staff_see_it_by_its_permission_alone() {
        PagesBrowser seller = staff("seller");
        assertThat(seller.open(PATH).statusCode()).isEqualTo(200);
        assertThat(seller.open("/account").body()).contains("href=\"" + MOUNT + PATH + "\"");
        assertThat(seller.open("/admin/users").statusCode()).isEqualTo(404);
        for (String role : List.of("reader", "packer")) {
            PagesBrowser other = staff(role);
            assertThat(other.open(PATH).statusCode()).as(role).isEqualTo(404);
            assertThat(other.open("/account").body()).as(role).doesNotContain(PATH);
        }
        assertThat(orders.asked).hasSize(1);
    }

    @Test
    void an_ordinary_account_with_the_permission_sees_nothing_of_it() {
        kit.member("ana@example.com", PASSWORD);
        root();
        kit.auth()
                .admin()
                .setRole(kit.signIn("ana@example.com", PASSWORD).user().id(), "seller");
        PagesBrowser ana = server.browser("en").signedIn("ana@example.com", PASSWORD);
        assertThat(ana.open(PATH).statusCode()).isEqualTo(404);
        assertThat(ana.open("/account").body()).doesNotContain(PATH);
    }

    @Test
    void two_lists_of_one_name_and_unknown_columns_are_refused() {
        PageSettings one = PageSettings.defaults().withHostList(orders);
        assertThatThrownBy(() -> one.withHostList(orders)).hasMessageContaining("two lists named orders");
        assertThatThrownBy(() -> orders.description().filter("colour")).hasMessageContaining("colour");
        assertThatThrownBy(() -> HostList.Description.of("../x", "X", "x:read"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private PagesBrowser root() {
        kit.auth()
                .admin()
                .createFirstSuperuser(new NewAdmin("root@example.com", Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        return server.browser("en").signedIn("root@example.com", PASSWORD);
    }

    private PagesBrowser staff(String role) {
        root();
        String email = role + "@example.com";
        String token =
                kit.signIn("root@example.com", PASSWORD).tokens().access().reveal();
        kit.auth()
                .admin()
                .createAdministratorAs(
                        kit.auth().sessions().authenticate(token).orElseThrow(),
                        new NewAdmin(email, Secret.of(PASSWORD), NewAdmin.Rank.STAFF));
        kit.auth().admin().setRole(kit.signIn(email, PASSWORD).user().id(), role);
        return server.browser("en").signedIn(email, PASSWORD);
    }

    private static final class Orders implements HostList {

        private final List<Query> asked = new ArrayList<>();

        @Override
        public Description description() {
            return Description.of("orders", "Orders", "orders:read")
                    .column("number", "Number")
                    .column("paid", "Paid")
                    .column("placedAt", "Placed")
                    .filter("number")
                    .filter("paid");
        }

        @Override
        public AdminLists.Page page(Query query) {
            asked.add(query);
            return new AdminLists.Page(
                    List.of("id", "number", "paid", "placedAt"),
                    List.of(Map.of("id", 42, "number", "N-2 <b>", "paid", true, "placedAt", Instant.EPOCH)),
                    "41");
        }
    }
}
