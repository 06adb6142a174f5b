package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.AccountInfo;
import dev.lockstile.auth.account.AdminAuthorization;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.token.Caller;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which handler serves which path. */
final class Routes {

    /** The forms of members that staff who act for an account may send; each other form is its owner's. */
    static final Set<String> OPEN_TO_ACTORS = Set.of(ActingPages.STOP, "/account/profile", "/second-factor/kept");

    private final Map<String, Function<PageRequest, Reply>> gets = new HashMap<>();
    private final Map<String, Function<PageRequest, Reply>> posts = new HashMap<>();
    private final Map<String, String> pages = new HashMap<>();
    private final Map<String, List<String>> kept = new HashMap<>();
    private final Set<String> ofMembers = new HashSet<>();
    private final OwnAccount account;
    private final AdminAuthorization authorization;

    Routes(OwnAccount account, AdminAuthorization authorization) {
        this.account = account;
        this.authorization = authorization;
    }

    /** A signed-in user, as the store says at this moment. */
    record Member(Caller caller, AccountInfo me) {}

    void get(String path, Function<PageRequest, Reply> handler) {
        gets.put(path, handler);
    }

    /** With or without a caller; the head of the page names the caller. */
    void getForAll(String path, Function<PageRequest, Reply> handler) {
        get(path, request -> {
            Caller caller = request.caller();
            if (caller != null && account.me(caller) instanceof Outcome.Done<AccountInfo> me) {
                request.knows(Who.of(me.value()));
            }
            return handler.apply(request);
        });
    }

    /** For people who are not signed in; a person who is goes on to the page that comes after a sign-in. */
    void guestGet(String path, Function<PageRequest, Reply> handler) {
        get(path, request -> SignedInRedirect.reply(request).orElseGet(() -> handler.apply(request)));
    }

    void post(String path, Function<PageRequest, Reply> handler) {
        posts.put(path, handler);
    }

    /**
     * Names the page that an address which takes forms alone shows when it is opened, as a language link, a reload or
     * the way back from a sign-in opens it. Without a name it is the nearest page above it.
     */
    void page(String formPath, String page) {
        pages.put(formPath, page);
    }

    /**
     * Names the fields of a form that are kept where a sign-in comes before it. The form stands at its own address, and
     * no field is a secret.
     */
    void keeps(String path, List<String> fields) {
        kept.put(path, List.copyOf(fields));
    }

    /** Empty for a form of which nothing is kept. */
    List<String> kept(String path) {
        return kept.getOrDefault(path, List.of());
    }

    /** True for a form of people who are signed in. */
    boolean isForMembers(String path) {
        return ofMembers.contains(path);
    }

    void memberGet(String path, BiFunction<PageRequest, Member, Reply> handler) {
        get(path, request -> asMember(request, handler));
    }

    void memberPost(String path, BiFunction<PageRequest, Member, Reply> handler) {
        ofMembers.add(path);
        post(
                path,
                request -> asMember(
                        request,
                        (shown, member) ->
                                isOpen(path, member) ? handler.apply(shown, member) : Reply.error(403, "acting")));
    }

    /** Staff who act for an account send the forms that are listed alone. */
    private static boolean isOpen(String path, Member member) {
        return member.caller().actor().isEmpty() || OPEN_TO_ACTORS.contains(path);
    }

    /** For superusers alone; for other callers such a page is not there. */
    void adminGet(String path, BiFunction<PageRequest, Member, Reply> handler) {
        memberGet(path, (request, member) -> asAdmin(request, member, authorization.refusal(member.caller()), handler));
    }

    /**
     * For superusers; other callers go on to the page that is named for them, which asks for its own permission. For
     * those without one it is not there.
     */
    void adminHome(
            String path, Function<Caller, @Nullable String> other, BiFunction<PageRequest, Member, Reply> handler) {
        memberGet(path, (request, member) -> {
            Optional<Refusal> refusal = authorization.refusal(member.caller());
            String page = other.apply(member.caller());
            return refusal.equals(Optional.of(Refusal.FORBIDDEN)) && page != null && !page.equals(path)
                    ? Reply.go(page)
                    : asAdmin(request, member, refusal, handler);
        });
    }

    /** For superusers, and staff with the permission; for other callers such a page is not there. */
    void adminGet(String path, AdminPermission permission, BiFunction<PageRequest, Member, Reply> handler) {
        memberGet(path, (request, member) -> {
            Optional<Refusal> refusal = authorization.refusal(member.caller(), permission);
            return asAdmin(request, member, refusal, handler);
        });
    }

    /** For superusers, and staff with that permission of the host's own; for others such a page is not there. */
    void adminGet(String path, String permission, BiFunction<PageRequest, Member, Reply> handler) {
        memberGet(path, (request, member) -> {
            Optional<Refusal> refusal = authorization.refusal(member.caller(), permission);
            return asAdmin(request, member, refusal, handler);
        });
    }

    void adminPost(String path, BiFunction<PageRequest, Member, Reply> handler) {
        memberPost(
                path, (request, member) -> asAdmin(request, member, authorization.refusal(member.caller()), handler));
    }

    @Nullable
    Function<PageRequest, Reply> find(String method, String path) {
        return switch (method) {
            case "GET", "HEAD" -> gets.containsKey(path) ? gets.get(path) : pageOf(path);
            case "POST" -> posts.get(path);
            default -> null;
        };
    }

    private @Nullable Function<PageRequest, Reply> pageOf(String path) {
        if (!posts.containsKey(path)) {
            return null;
        }
        String page = pages.getOrDefault(path, path);
        while (!gets.containsKey(page)) {
            page = page.lastIndexOf('/') < 1 ? "/" : page.substring(0, page.lastIndexOf('/'));
        }
        String found = page;
        return request -> Reply.go(request.withQuery(found));
    }

    /** The addresses that take forms. */
    Set<String> writable() {
        return Set.copyOf(posts.keySet());
    }

    boolean knows(String path) {
        return gets.containsKey(path) || posts.containsKey(path);
    }

    Set<String> readable() {
        return Set.copyOf(gets.keySet());
    }

    private Reply asMember(PageRequest request, BiFunction<PageRequest, Member, Reply> handler) {
        Caller caller = request.caller();
        if (caller == null) {
            return request.toSignIn();
        }
        if (account.me(caller) instanceof Outcome.Done<AccountInfo> me) {
            request.knows(Who.of(me.value()));
            return isClosing(request, caller, me.value())
                    ? Reply.go(DeletionPages.PATH)
                    : handler.apply(request, new Member(caller, me.value()));
        }
        if (caller.actor().isPresent()) {
            request.session().stopActing();
            request.say("acting-ended");
            return Reply.go("/");
        }
        request.signedOut();
        request.say("session-ended");
        return request.toSignIn();
    }

    /** True for an account that is to be deleted: its owner says first whether it stays. */
    private boolean isClosing(PageRequest request, Caller caller, AccountInfo me) {
        return me.deletionDue() != null
                && gets.containsKey(DeletionPages.PATH)
                && !request.path().equals(DeletionPages.PATH)
                && caller.actor().isEmpty();
    }

    /** An old proof is enough to look; without the second factor that the account has, nothing is shown. */
    private static Reply asAdmin(
            PageRequest request,
            Member member,
            Optional<Refusal> refusal,
            BiFunction<PageRequest, Member, Reply> handler) {
        return switch (refusal.orElse(Refusal.STEP_UP_REQUIRED)) {
            case STEP_UP_REQUIRED -> handler.apply(request, member);
            case SECOND_FACTOR_REQUIRED -> request.toProve();
            default -> Reply.error(404, "not-found");
        };
    }
}
