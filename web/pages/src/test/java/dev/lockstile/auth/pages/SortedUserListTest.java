package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.admin.AccountOrder;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.AuthTestKit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The list of people in an order of its own where more match than one page can hold. */
class SortedUserListTest {

    private static final String ROOT = "root@example.com";
    private static final String PASSWORD = "plum-harbour-4417";
    private static final String WARNING = "More than 200 people match";

    private final List<AdminLists.Query> asked = new ArrayList<>();

    private AdminLists many(Set<AccountOrder> orders) {
        return new AdminLists() {
            @Override
            public Page page(Table list, Query query) {
                if (list == Table.USERS) {
                    asked.add(query);
                }
                return new Page(List.of("id"), List.of(Map.of("id", 7L, "email", "ana@example.com")), "n7");
            }

            @Override
            public Set<AccountOrder> orders() {
                return orders;
            }
        };
    }

    private String open(Set<AccountOrder> orders, String path) {
        try (PagesServer server =
                new PagesServer(AuthTestKit.inMemory(), PageSettings.defaults().withAdministration(many(orders)))) {
            server.kit
                    .auth()
                    .admin()
                    .createFirstSuperuser(new NewAdmin(ROOT, Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
            PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
            asked.clear();
            return root.open(path).body();
        }
    }

    private AdminLists.Query shown() {
        return asked.get(asked.size() - 1);
    }

    @Test
    void the_order_of_names_goes_on_from_page_to_page() {
        Set<AccountOrder> all = Set.of(AccountOrder.values());
        assertThat(open(all, "/admin/users?sort=name")).contains("value=\"n7\"").doesNotContain(WARNING);
        assertThat(shown().order()).isEqualTo(AccountOrder.NAME);
        assertThat(open(all, "/admin/users?sort=-name&after=n7&find=an")).doesNotContain(WARNING);
        assertThat(asked).hasSize(1);
        assertThat(shown().order()).isEqualTo(AccountOrder.NAME_BACKWARDS);
        assertThat(shown().after()).isEqualTo("n7");
        assertThat(shown().find()).isEqualTo("an");
    }

    @Test
    void an_order_that_the_lists_do_not_have_is_named_as_missing() {
        assertThat(open(Set.of(AccountOrder.NEWEST), "/admin/users?sort=name")).contains(WARNING);
        assertThat(shown().order()).isEqualTo(AccountOrder.NEWEST);
        assertThat(open(Set.of(AccountOrder.values()), "/admin/users?sort=seen"))
                .contains(WARNING);
        assertThat(shown().order()).isEqualTo(AccountOrder.NEWEST);
    }
}
