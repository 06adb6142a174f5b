package dev.lockstile.examples.orderdesk;

import dev.lockstile.auth.spring.CurrentUser;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A page of the order desk's own, for members who signed in at the pages. */
@RestController
class OrderPage {

    private final Purchases purchases;

    OrderPage(Purchases purchases) {
        this.purchases = purchases;
    }

    // spotless:off
    // region: page
    @GetMapping(path = "/order", produces = "text/html")
    String form(@RequestAttribute("_csrf") CsrfToken csrf) {
        return "<form method=\"post\"><input name=\"item\">"
                + "<input type=\"hidden\" name=\"" + csrf.getParameterName() + "\" value=\"" + csrf.getToken() + "\">"
                + "<button>Order</button></form>";
    }

    @PostMapping("/order")
    String order(@CurrentUser Model.Member member, @RequestParam String item) {
        purchases.save(new Model.Purchase(member.id, item));
        return "ordered";
    }
    // end: page
    // spotless:on
}
