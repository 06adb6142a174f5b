package dev.lockstile.auth.pages;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.OwnPasskeys;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The own passkeys: adding one, which takes a script, another name, and removing one. Adding and removing ask the
 * person to prove again who they are.
 */
record OwnPasskeyPages(OwnPasskeys passkeys, StepUp stepUp, AccountView account) {

    static final String ADD_PATH = "/account/passkeys/add";

    private static final String ADD = "passkey-add";
    private static final String NAME = "passkey";
    private static final String NAME_PATH = "/account/passkey";
    private static final String REMOVE = "/account/passkeys/remove";

    void add(Routes routes) {
        routes.memberGet(ADD_PATH, this::showAdd);
        routes.memberPost(ADD_PATH, this::add);
        routes.memberGet(NAME_PATH, this::showName);
        routes.memberPost(NAME_PATH, this::rename);
        routes.keeps(ADD_PATH, List.of("name"));
        routes.keeps(NAME_PATH, List.of("name"));
        routes.memberGet(REMOVE, this::askRemoval);
        routes.memberPost(REMOVE, this::remove);
    }

    /** Asks for the proof before the browser makes a passkey, and not after it. */
    private Reply showAdd(PageRequest request, Routes.Member member) {
        if (!stepUp.isRecent(member.caller())) {
            return Reply.prove(request.site(ADD_PATH));
        }
        Fields fields = request.fields();
        fields.suggest("name", request.browser());
        boolean first = account.factors().isWithout(member.caller());
        return Reply.page(ADD, Map.of("form", fields, "first", first));
    }

    private Reply add(PageRequest request, Routes.Member member) {
        Fields fields = request.fields();
        String name = fields.required("name", OwnPasskeys.NAME_MAX);
        if (!fields.isFine()) {
            return Refusals.invalid(ADD, fields);
        }
        FactorProof.Passkey made = PasskeyPages.shown(request).orElseGet(() -> new FactorProof.Passkey("", ""));
        Outcome<OwnPasskeys.Added> result = passkeys.finish(member.caller(), made, name);
        if (result instanceof Outcome.Refused<OwnPasskeys.Added> refused) {
            Reply.Go way = way(request, refused.why(), ADD_PATH);
            return way == null ? Refusals.refused(ADD, fields, Refusals.passkey(refused.why())) : way;
        }
        request.say("passkey-added");
        List<Secret> codes = result.orElseThrow().recoveryCodes();
        fields.suggest("next", request.site("/account"));
        return codes.isEmpty() ? Reply.go("/account") : ShownOnce.codes(fields, codes);
    }

    private Reply showName(PageRequest request, Routes.Member member) {
        Fields fields = request.fields();
        Optional<PasskeyState> passkey = find(request, member);
        passkey.ifPresent(found -> fields.suggest("name", found.name()));
        return passkey.isPresent() ? Reply.page(NAME, model(request, fields)) : Reply.error(404, "not-found");
    }

    private Optional<PasskeyState> find(PageRequest request, Routes.Member member) {
        return account.passkeys(member.caller()).stream()
                .filter(passkey -> passkey.passkeyId().equals(request.param("id")))
                .findFirst();
    }

    private Reply rename(PageRequest request, Routes.Member member) {
        Fields fields = request.fields();
        String name = fields.required("name", OwnPasskeys.NAME_MAX);
        if (!fields.isFine()) {
            return Refusals.invalid(NAME, fields, model(request, fields));
        }
        if (passkeys.rename(member.caller(), request.param("id"), name)
                instanceof Outcome.Refused<PasskeyState> refused) {
            return refused(request, member, refused);
        }
        request.say("passkey-renamed");
        return Reply.go("/account");
    }

    private static Map<String, Object> model(PageRequest request, Fields fields) {
        return Map.of("form", fields, "id", request.param("id"));
    }

    private Reply askRemoval(PageRequest request, Routes.Member member) {
        return find(request, member)
                .map(passkey -> new Question(
                                "passkey", REMOVE, passkey.name(), Map.of("id", passkey.passkeyId()), "/account")
                        .page())
                .orElseGet(() -> Reply.error(404, "not-found"));
    }

    private Reply remove(PageRequest request, Routes.Member member) {
        if (passkeys.remove(member.caller(), request.param("id")) instanceof Outcome.Refused<Boolean> refused) {
            return refused(request, member, refused);
        }
        request.say("passkey-removed");
        return Reply.go("/account");
    }

    private Reply refused(PageRequest request, Routes.Member member, Outcome.Refused<?> refused) {
        if (refused.why() == Refusal.NOT_FOUND) {
            return Reply.error(404, "not-found");
        }
        Reply.Go way = way(request, refused.why(), "/account");
        return way == null ? account.again(request, member, refused, Refusals.passkey(refused.why())) : way;
    }

    /** The page to go to first; null where no other page helps. */
    static Reply.@Nullable Go way(PageRequest request, Refusal why, String next) {
        return switch (why) {
            case STEP_UP_REQUIRED -> Reply.prove(request.site(next));
            case SESSION_ENDED -> Reply.signIn(request.site(next));
            default -> null;
        };
    }
}
