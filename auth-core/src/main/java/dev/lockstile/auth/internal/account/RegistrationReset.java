package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.LinkSettings;
import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.field.HostFields;
import dev.lockstile.auth.internal.flow.FactorRevocation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.SessionRevocation;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ProfileStore;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.List;

/**
 * Leaves of a registration the account and its proven address alone, where the person who proved the address may be
 * another one than the registrant: password, names, user name, number, terms, the host's registration fields,
 * sessions, codes, links to other sites and a deletion that waits go. The language of messages stays; so do the other
 * columns of the host's own.
 */
final class RegistrationReset {

    private final FlowContext context;
    private final LinkCodes links;

    RegistrationReset(FlowContext context, LinkCodes links) {
        this.context = context;
        this.links = links;
    }

    /** @return what sets a new password, for the person who proved the address */
    LinkProof run(AuthTx tx, StoredUser user, Identifier email, Instant now) {
        UserId id = user.info().id();
        tx.users().eraseUnproven(id, now);
        List<HostField> fields = context.settings().fields().registration();
        if (!fields.isEmpty()) {
            tx.hostColumns().resetUser(id, HostFields.attributes(fields), now);
        }
        for (ProfileInfo profile : user.profiles()) {
            tx.profiles().describe(new ProfileStore.Owned(id, profile.id()), Person.UNKNOWN, profile.label(), now);
        }
        context.sessionEnds().endAll(tx, new SessionRevocation.User(id, now), EndReason.IDENTIFIER_PROVEN, null);
        tx.codes().endAll(id, now);
        FactorRevocation.erase(context, tx, id, now);
        ScheduledDeletions.end(tx, id, now);
        context.features().all().forEach(feature -> feature.eraseLinks(tx, id));
        LinkSettings settings = context.settings().links();
        return links.handOut(
                tx,
                new LinkCodes.Issue(CodePurpose.RESET_PASSWORD, id, settings.resetPage(), settings.resetTtl()),
                email,
                now);
    }
}
