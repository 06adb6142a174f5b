package dev.lockstile.auth.http.internal.endpoint;

import dev.lockstile.auth.account.Profiles;
import dev.lockstile.auth.account.Profiles.PictureChange;
import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.http.internal.input.HostInput;
import dev.lockstile.auth.http.internal.input.ProfileFields;
import dev.lockstile.auth.http.internal.input.RequestFields;
import dev.lockstile.auth.http.internal.payload.AccountPayload;
import dev.lockstile.auth.http.internal.picture.Picture;
import dev.lockstile.auth.http.internal.picture.PictureCleaner;
import dev.lockstile.auth.http.internal.web.Answer;
import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.Exchange;
import dev.lockstile.auth.http.internal.web.OutcomeErrors;
import dev.lockstile.auth.http.internal.web.RefusalException;
import dev.lockstile.auth.http.internal.web.Route;
import dev.lockstile.auth.http.settings.BlobStore;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.Caller;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The caller's own profiles. Role, default mark and activity are read from no request. */
final class ProfileEndpoints {

    private static final Logger LOG = LoggerFactory.getLogger(ProfileEndpoints.class);
    private static final int KEY_MAX = 100;
    /** Two MiB of picture in base64, and a little for the rest of the body. */
    private static final int BODY_MAX = 2 * 1024 * 1024 * 4 / 3 + 4096;

    private final Services services;
    private final AccountPayload payload;
    private final Clock clock;
    private final @Nullable BlobStore pictures;
    private final PictureCleaner cleaner = new PictureCleaner();

    ProfileEndpoints(Services services, AccountPayload payload, HttpSettings settings) {
        this.services = services;
        this.payload = payload;
        this.clock = settings.clock();
        this.pictures = settings.pictures();
    }

    List<Route> routes() {
        return List.of(
                Route.get("profiles", this::list),
                Route.post("profiles", this::create),
                Route.get("profiles/{id}", this::get),
                Route.patch("profiles/{id}", this::update),
                Route.delete("profiles/{id}", this::delete));
    }

    List<Route> pictureRoutes() {
        return List.of(Route.patch("profile/picture", this::picture));
    }

    private Answer list(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        return Answer.of(
                200,
                payload.profiles()
                        .all(OutcomeErrors.value(services.ownAccount().me(caller))
                                .profiles()));
    }

    private Answer create(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        UnaryOperator<Profiles.Draft> change = change(exchange.fields(), true);
        Profiles.Draft draft = change.apply(new Profiles.Draft(Person.UNKNOWN, ""));
        return Answer.of(201, payload(services.profiles().create(caller, draft)));
    }

    private Answer get(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        return Answer.of(200, payload(services.profiles().get(caller, id(exchange.variable()))));
    }

    private Answer update(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        UnaryOperator<Profiles.Draft> change = change(exchange.fields(), false);
        return Answer.of(200, payload(services.profiles().update(caller, id(exchange.variable()), change)));
    }

    private Answer delete(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        payload(services.profiles().delete(caller, id(exchange.variable())));
        return Answer.done();
    }

    /** The owner and the rate are looked at before the picture, so that no client has pictures decoded without end. */
    private Answer picture(Exchange exchange) {
        Caller caller = exchange.caller(services.sessions());
        RequestFields fields = exchange.fields(BODY_MAX);
        String key = fields.optionalKey("profile", KEY_MAX);
        String encoded = fields.text("picture", BODY_MAX);
        fields.check();
        ProfileId profile = key == null ? caller.profile() : id(key);
        OutcomeErrors.value(services.profiles().admitPicture(caller, profile));
        if (pictures == null) {
            throw new RefusalException(ErrorCode.PICTURES_OFF);
        }
        Optional<Picture> clean = decoded(encoded).flatMap(cleaner::clean);
        if (clean.isEmpty()) {
            fields.refuseUnlessRefused("picture", "invalid_picture");
            fields.check();
        }
        String reference =
                pictures.keep(clean.orElseThrow().bytes(), clean.get().mediaType());
        PictureChange changed =
                shown(pictures, reference, () -> services.profiles().setPicture(caller, profile, reference));
        return Answer.of(200, payload.pictureSaved(exchange.texts().done("picture_saved"), changed.profile()));
    }

    /** Whatever becomes of the write, the file that no profile shows goes: the new one or the one it replaced. */
    private static PictureChange shown(BlobStore pictures, String reference, Supplier<Outcome<PictureChange>> write) {
        String unused = reference;
        try {
            PictureChange changed = OutcomeErrors.value(write.get());
            unused = changed.replaced();
            return changed;
        } finally {
            forget(pictures, unused);
        }
    }

    /** A file too many does no harm: the picture that is shown is the new one. */
    private static void forget(BlobStore pictures, @Nullable String reference) {
        if (reference == null) {
            return;
        }
        try {
            pictures.remove(reference);
        } catch (RuntimeException e) {
            LOG.warn("a replaced picture cannot be removed", e);
        }
    }

    private UnaryOperator<Profiles.Draft> change(RequestFields fields, boolean isNew) {
        UnaryOperator<Profiles.Draft> change = ProfileFields.of(fields, clock);
        List<HostField> declared = services.hostData().fields().profile();
        HostValues own = isNew ? HostInput.ofNew(fields, declared) : HostInput.ofChange(fields, declared);
        fields.check();
        return draft -> change.apply(draft).withHost(own);
    }

    private ProfileId id(String text) {
        return id(services, text);
    }

    /** The profile that a text stands for, of any account. */
    static ProfileId id(Services services, String text) {
        Optional<ProfileId> id = text.length() > KEY_MAX
                ? Optional.empty()
                : services.profileId().apply(text);
        return id.orElseThrow(() -> new RefusalException(ErrorCode.PROFILE_NOT_FOUND));
    }

    private Object payload(Outcome<ProfileInfo> result) {
        return payload.profiles().of(OutcomeErrors.value(result));
    }

    /** Plain base64, or a data URL of it, as browsers make one. */
    private static Optional<byte[]> decoded(String text) {
        int comma = text.startsWith("data:image/") ? text.indexOf(";base64,") : -1;
        try {
            return Optional.of(Base64.getMimeDecoder().decode(comma < 0 ? text : text.substring(comma + 8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no base64
        }
    }
}
