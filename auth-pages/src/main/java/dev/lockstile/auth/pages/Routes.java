package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.Accounts;
import dev.lockstile.auth.account.MeResult;
import dev.lockstile.auth.token.Caller;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which handler serves which path. */
final class Routes {

    private final Map<String, Function<Visit, Reply>> gets = new HashMap<>();
    private final Map<String, Function<Visit, Reply>> posts = new HashMap<>();
    private final Accounts accounts;

    Routes(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Somebody who is signed in, as the store says at this moment. */
    record Member(Caller caller, MeResult.Shown me) {}

    void get(String path, Function<Visit, Reply> handler) {
        gets.put(path, handler);
    }

    void post(String path, Function<Visit, Reply> handler) {
        posts.put(path, handler);
    }

    void memberGet(String path, BiFunction<Visit, Member, Reply> handler) {
        get(path, visit -> asMember(visit, handler));
    }

    void memberPost(String path, BiFunction<Visit, Member, Reply> handler) {
        post(path, visit -> asMember(visit, handler));
    }

    /** For superusers alone; to everybody else such a page is not there. */
    void adminGet(String path, BiFunction<Visit, Member, Reply> handler) {
        memberGet(path, (visit, member) -> asAdmin(visit, member, handler));
    }

    void adminPost(String path, BiFunction<Visit, Member, Reply> handler) {
        memberPost(path, (visit, member) -> asAdmin(visit, member, handler));
    }

    @Nullable
    Function<Visit, Reply> find(String method, String path) {
        return switch (method) {
            case "GET", "HEAD" -> gets.get(path);
            case "POST" -> posts.get(path);
            default -> null;
        };
    }

    boolean knows(String path) {
        return gets.containsKey(path) || posts.containsKey(path);
    }

    Set<String> readable() {
        return Set.copyOf(gets.keySet());
    }

    private Reply asMember(Visit visit, BiFunction<Visit, Member, Reply> handler) {
        Caller caller = visit.caller();
        if (caller == null) {
            return Reply.go("/sign-in?next=" + visit.site(visit.path()));
        }
        if (accounts.me(caller) instanceof MeResult.Shown me) {
            return handler.apply(visit, new Member(caller, me));
        }
        visit.signedOut();
        visit.say("session-ended");
        return Reply.go("/sign-in?next=" + visit.site(visit.path()));
    }

    private static Reply asAdmin(Visit visit, Member member, BiFunction<Visit, Member, Reply> handler) {
        return member.me().user().status().superuser() ? handler.apply(visit, member) : Reply.error(404, "not-found");
    }
}
