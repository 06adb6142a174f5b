package dev.lockstile.auth.internal.social;

import dev.lockstile.auth.internal.flow.FeatureRows;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.notice.SignInNotices.Added.What;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialSettings;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ServedProviders;
import dev.lockstile.auth.store.SocialStore.StoredSocialAccount;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The accounts at other sites that are linked to an account.
 *
 * @param providers those that the host serves now
 */
public record SocialRows(ServedProviders providers) implements FeatureRows {

    /** @param settings null where the host serves none */
    public static SocialRows of(@Nullable SocialSettings settings) {
        return new SocialRows(served(settings));
    }

    static ServedProviders served(@Nullable SocialSettings settings) {
        return settings == null
                ? ServedProviders.NONE
                : new ServedProviders(
                        settings.names(),
                        settings.providers().stream()
                                .filter(SocialProvider::admitsWithoutIssuer)
                                .map(SocialProvider::name)
                                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public String feature() {
        return SocialLogin.FEATURE.name();
    }

    @Override
    public List<Row> of(AuthTx tx, UserId user) {
        return tx.socials().of(user).stream().map(SocialRows::row).toList();
    }

    private static Row row(StoredSocialAccount linked) {
        return new Row(
                What.SOCIAL_ACCOUNT,
                linked.identity().provider(),
                linked.linkedAt(),
                linked.identity().email());
    }

    /** As unlinked by the owner: it is not linked again without them. */
    @Override
    public List<Row> eraseAdded(AuthTx tx, UserId user, Instant since, Instant now) {
        return tx.socials().of(user).stream()
                .filter(linked -> !linked.linkedAt().isBefore(since))
                .filter(linked -> tx.socials().unlink(user, linked.id(), now))
                .map(SocialRows::row)
                .toList();
    }

    @Override
    public boolean signIn(AuthTx tx, UserId user) {
        return !providers.names().isEmpty()
                && tx.factors().challenges().isMapped()
                && tx.socials().of(user).stream().anyMatch(providers::letIn);
    }

    @Override
    public boolean eraseUnconfirmed(AuthTx tx, StoredUser user) {
        tx.socials().removeAll(user.info().id());
        return false;
    }

    @Override
    public void eraseLinks(AuthTx tx, UserId user) {
        tx.socials().removeAll(user);
    }
}
