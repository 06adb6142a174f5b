package example.bookbarn.members;

import java.util.List;

/** The entities that the library's store works with. */
public final class MemberEntities {

    private MemberEntities() {}

    /** All of them, for the persistence unit. */
    public static List<Class<?>> all() {
        return List.of(
                Member.class,
                Profile.class,
                OtpCode.class,
                Session.class,
                Device.class,
                SocialAccount.class,
                SmsLog.class,
                EmailLog.class,
                LegacyLink.class);
    }
}
