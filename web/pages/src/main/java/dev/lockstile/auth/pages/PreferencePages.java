package dev.lockstile.auth.pages;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.setting.SettingKey;
import dev.lockstile.auth.setting.SettingValues;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Language, time zone, and the settings of the host that the owner of an account sees or changes. */
record PreferencePages(Auth auth, OwnFields own) {

    private static final String PATH = "/account/preferences";
    private static final String TEMPLATE = "preferences";
    private static final int LANGUAGE_MAX = 35;
    private static final int ZONE_MAX = 64;

    PreferencePages(Auth auth) {
        this(auth, new OwnFields(auth.userSettings().keys().changedByOwner()));
    }

    void add(Routes routes) {
        routes.memberGet(PATH, this::show);
        routes.memberPost(PATH, this::save);
        routes.keeps(PATH, List.of("language", "timezone"));
    }

    private Reply show(PageRequest request, Routes.Member member) {
        Fields form = request.fields();
        UserInfo user = member.me().user();
        form.suggest("language", user.language() == null ? request.language() : user.language());
        form.suggest("timezone", user.timezone());
        if (!own.fields().isEmpty()) {
            auth.userSettings().own(member.caller()).toOptional().ifPresent(values -> own.fill(form, stored(values)));
        }
        return page(200, request, member, form);
    }

    private HostValues stored(SettingValues values) {
        HostValues stored = HostValues.NONE;
        for (SettingKey<?> key : auth.userSettings().keys().shownToOwner()) {
            stored = stored.with(key.name(), values.get(key));
        }
        return stored;
    }

    private Reply page(int status, PageRequest request, Routes.Member member, Fields form) {
        Set<String> languages = new LinkedHashSet<>(Texts.LANGUAGES);
        String chosen = form.getValues().getOrDefault("language", "");
        if (!chosen.isEmpty() && status == 200) {
            languages.add(chosen);
        }
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("form", form);
        model.put("choices", List.copyOf(languages));
        model.put("named", Texts.LANGUAGES);
        model.put("own", own.shown(request.texts()));
        model.put("shown", readOnly(request, member));
        return Reply.again(status, TEMPLATE, model);
    }

    /** What the host shows and its owner does not change. */
    private List<Map<String, Object>> readOnly(PageRequest request, Routes.Member member) {
        List<SettingKey<?>> keys = auth.userSettings().keys().shownToOwner().stream()
                .filter(key -> !key.isChangedByOwner())
                .toList();
        if (keys.isEmpty()) {
            return List.of();
        }
        return auth.userSettings()
                .own(member.caller())
                .toOptional()
                .map(values -> keys.stream()
                        .map(key -> Map.<String, Object>of(
                                "label", request.texts().say("own." + key.name()),
                                "text", text(request, values.get(key))))
                        .toList())
                .orElse(List.of());
    }

    private static String text(PageRequest request, Object value) {
        return value instanceof Boolean truth ? request.texts().say(truth ? "yes" : "no") : value.toString();
    }

    private Reply save(PageRequest request, Routes.Member member) {
        Fields form = request.fields();
        String language = form.optional("language", LANGUAGE_MAX);
        String timezone = form.optional("timezone", ZONE_MAX);
        HostValues values = own.readAll(form);
        if (!form.isFine()) {
            return page(400, request, member, form);
        }
        AccountChange change = AccountChange.NONE;
        change = language == null ? change : change.withLanguage(language);
        change = timezone == null ? change : change.withTimezone(timezone);
        Outcome<OwnAccount.Changed> changed = auth.ownAccount().update(member.caller(), change, request.address());
        if (changed instanceof Outcome.Refused<OwnAccount.Changed> refused) {
            return refused(request, member, form, refused);
        }
        if (!own.fields().isEmpty()
                && auth.userSettings().changeOwn(member.caller(), values)
                        instanceof Outcome.Refused<SettingValues> refused) {
            return refused(request, member, form, refused);
        }
        if (language != null && Texts.LANGUAGES.contains(language)) {
            Language.keep(request.cookies(), language);
        }
        request.say("preferences-saved");
        return Reply.go(PATH);
    }

    private Reply refused(PageRequest request, Routes.Member member, Fields form, Outcome.Refused<?> refused) {
        return switch (refused.why()) {
            case STEP_UP_REQUIRED -> request.toProve();
            case INVALID_INPUT -> page(400, request, member, form.refuse(refused.problems(), own.names()));
            default -> Reply.error(Refusals.status(refused.why().code()), "unchanged");
        };
    }
}
