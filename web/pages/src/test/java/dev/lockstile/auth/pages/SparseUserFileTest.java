package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.admin.AdminListSource;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.AdminLists.Query;
import dev.lockstile.auth.admin.AdminLists.Table;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The saved list of a host of whose many accounts a filter finds few. */
class SparseUserFileTest {

    private static final String ROOT = "root@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    /** Accounts among which the first one that is found lies. */
    private static final int PEOPLE = 200_000;

    private final InMemoryAuthStore store = new InMemoryAuthStore();
    private final AdminLists lists = store.adminLists(IdentifierRules.standard());
    private int looked;

    @Test
    void accounts_behind_many_empty_pages_are_in_the_file() {
        AdminLists sparse = changed(lists, "page", args -> page((Table) args[0], (Query) args[1]), AdminLists.class);
        AuthStore host =
                changed((AuthStore) store, "adminLists", args -> sparse, AuthStore.class, AdminListSource.class);
        try (PagesServer server = new PagesServer(
                AuthTestKit.of(Auth.builder(host).settings(AuthTestKit.settings())),
                PageSettings.defaults().withAdministration(lists))) {
            server.kit
                    .auth()
                    .admin()
                    .createFirstSuperuser(new NewAdmin(ROOT, Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
            PagesBrowser root = server.browser("en").signedIn(ROOT, PASSWORD);
            root.open("/admin/users");
            assertThat(root.submit("/admin/users/csv", Map.of()).body()).contains(ROOT);
        }
    }

    private AdminLists.Page page(Table table, Query query) {
        looked += Query.WINDOW;
        return looked < PEOPLE
                ? new AdminLists.Page(List.of("id"), List.of(), Integer.toString(looked))
                : lists.page(table, query.after(null));
    }

    /** The same but for the answer of one method. */
    @SuppressWarnings("unchecked")
    private static <T> T changed(T target, String name, Function<Object[], Object> answer, Class<?>... types) {
        return (T) Proxy.newProxyInstance(types[0].getClassLoader(), types, (proxy, method, args) -> {
            if (method.getName().equals(name)) {
                return answer.apply(args);
            }
            try {
                return method.invoke(target, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
