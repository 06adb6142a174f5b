package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.PendingChange;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The own account at a glance, and another e-mail address or phone for it. */
record AccountPages(OwnAccount account, AccountView view, AddressInProof inProof, CodeSettings codes, Clock clock) {

    private static final String CHANGE = "change";
    private static final String CONFIRM = "change-confirm";
    private static final int CODE_MAX = 64;
    private static final Set<String> KINDS = Set.of("email", "phone");

    void add(Routes routes) {
        routes.memberGet("/account", (request, member) -> Reply.page("account", view.of(member)));
        routes.memberGet("/account/change", (request, member) -> Reply.page(CHANGE, Map.of("form", change(request))));
        routes.memberPost("/account/change", this::change);
        routes.keeps("/account/change", List.of(Contact.FIELD));
        routes.memberGet("/account/change/confirm", this::showConfirm);
        routes.memberPost("/account/change/confirm", this::confirm);
    }

    /** The form for an address, for a number, or for either where the query names neither. */
    private static Fields change(PageRequest request) {
        Fields fields = request.fields();
        String kind = request.param("kind");
        if (KINDS.contains(kind)) {
            fields.suggest("kind", kind);
        }
        return fields;
    }

    private Reply change(PageRequest request, Routes.Member member) {
        Fields fields = change(request);
        Contact contact = Contact.of(fields);
        if (!fields.isFine()) {
            return Refusals.invalid(CHANGE, fields);
        }
        AccountChange requested = contact.isEmail()
                ? AccountChange.NONE.withEmail(contact.text())
                : AccountChange.NONE.withPhone(contact.text());
        Outcome<OwnAccount.Changed> result = account.update(member.caller(), requested, request.address());
        if (result instanceof Outcome.Refused<OwnAccount.Changed> refused) {
            return switch (refused.why()) {
                case INVALID_INPUT -> {
                    fields.refuse(refused.problems(), Map.of("email", "contact", "phone", "contact"));
                    yield Refusals.invalid(CHANGE, fields);
                }
                case STEP_UP_REQUIRED -> request.toProve();
                default -> Refusals.refused(CHANGE, fields, Refusals.sentence(refused.why()));
            };
        }
        return pending(request, member.caller(), contact, result.orElseThrow().pending());
    }

    private Reply pending(PageRequest request, Caller caller, Contact contact, List<PendingChange> pending) {
        if (pending.isEmpty()) { // it is the address they have
            return Reply.go("/account");
        }
        long now = clock.instant().getEpochSecond();
        inProof.keep(
                request.cookies(),
                caller,
                new PendingCode(
                        contact.kindName(), contact.text(), pending.get(0).challengeId(), now));
        return Reply.go("/account/change/confirm");
    }

    private Reply showConfirm(PageRequest request, Routes.Member member) {
        return inProof.read(request.cookies(), member.caller())
                .map(pending -> Reply.page(CONFIRM, model(pending, request.fields())))
                .orElseGet(() -> Reply.go("/account"));
    }

    private Map<String, Object> model(PendingCode pending, Fields fields) {
        return Map.of(
                "contact",
                pending.contact(),
                "form",
                fields,
                "seconds",
                pending.secondsLeft(codes.cooldown(), clock.instant().getEpochSecond()),
                "digits",
                pending.kind().equals("phone") ? codes.smsDigits() : codes.emailDigits());
    }

    private Reply confirm(PageRequest request, Routes.Member member) {
        Fields fields = request.fields();
        PendingCode pending = inProof.read(request.cookies(), member.caller()).orElse(null);
        if (pending == null || pending.challenge() == null) {
            return Reply.go("/account");
        }
        Map<String, Object> model = model(pending, fields);
        String code = fields.required("code", CODE_MAX);
        fields.suggest("code", "");
        if (!fields.isFine()) {
            return Reply.again(400, CONFIRM, model);
        }
        Outcome<OwnAccount.Changed> result =
                account.confirmChange(member.caller(), new ChangeProof(pending.challenge(), Secret.of(code)));
        if (result instanceof Outcome.Refused<OwnAccount.Changed> refused) {
            Refusal why = refused.why();
            return why == Refusal.STEP_UP_REQUIRED
                    ? Reply.prove(request.site("/account/change/confirm"))
                    : Refusals.refused(CONFIRM, fields, Refusals.sentence(why), model);
        }
        AddressInProof.clear(request.cookies());
        request.say("changed");
        return Reply.go("/account");
    }
}
