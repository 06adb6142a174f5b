package dev.lockstile.auth.spring.shop;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.spring.CurrentUser;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.CurrentCaller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The shop's own endpoints. */
@RestController
class Api {

    private final CurrentCaller current;

    Api(CurrentCaller current) {
        this.current = current;
    }

    @GetMapping("/api/hello")
    String hello(@CurrentUser Caller caller, @CurrentUser UserId id, @CurrentUser Member member) {
        return caller == null
                ? "hello stranger"
                : "hello " + member.getEmail() + caller.user().equals(id)
                        + current.require().equals(caller);
    }

    @PostMapping("/api/hello")
    String write(@CurrentUser Caller caller) {
        return "wrote " + caller.user();
    }
}
