package dev.lockstile.examples.orderdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.examples.orderdesk.Model.Purchase;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A superuser looks at the purchases of the order desk; a member does not. */
class OwnListTest {

    private static final String PASSWORD = "plum-harbour-4417";

    @TempDir
    Path keys;

    @Test
    void purchases_are_listed_and_found_by_their_item() throws Exception {
        try (ConfigurableApplicationContext desk = new SpringApplicationBuilder(
                        OrderDeskApplication.class, OwnList.class)
                .properties("ORDER_DESK_DB=jdbc:h2:mem:own-list", "ORDER_DESK_DEV=true", "server.port=0")
                .properties("spring.main.banner-mode=off", "lockstile.keys.folder=" + keys)
                .run()) {
            Purchases purchases = desk.getBean(Purchases.class);
            UUID member = UUID.randomUUID();
            purchases.save(new Purchase(member, "teapot"));
            purchases.save(new Purchase(member, "kettle"));
            desk.getBean(Auth.class)
                    .admin()
                    .createFirstSuperuser(
                            new NewAdmin("root@example.com", Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
            DeskBrowser root = new DeskBrowser(desk);
            root.get("/account/sign-in");
            root.submit("/account/sign-in", Map.of("login", "root@example.com", "password", PASSWORD));
            assertThat(root.get("/account/admin/lists/purchases").body())
                    .contains("<h1>Purchases</h1>", "teapot", "kettle", member.toString());
            assertThat(root.get("/account/admin/lists/purchases?by-item=teapot").body())
                    .contains("<td data-label=\"Item\">teapot</td>")
                    .doesNotContain("kettle");
            DeskBrowser ana = new DeskBrowser(desk);
            ana.register();
            ana.get("/account/sign-in");
            ana.signIn();
            assertThat(ana.get("/account/admin/lists/purchases").statusCode()).isEqualTo(404);
        }
    }
}
