package example.systems;

import java.util.List;
import java.util.Locale;

/** ASP.NET Core Identity by Entity Framework: Npgsql's types on PostgreSQL, Pomelo's on MariaDB. */
final class AspNetIdentity implements OldSystem {

    @Override
    public String preset() {
        return "aspnet-identity";
    }

    @Override
    public List<String> formats() {
        return List.of("v3", "v2");
    }

    @Override
    public List<String> schema(Home home) {
        String key = home.either("text", "varchar(255)");
        String text = home.either("text", "longtext");
        String bool = home.either("boolean", "tinyint(1)");
        return List.of(
                sql(
                        "create table `AspNetRoles` (`Id` " + key + " not null, `Name` varchar(256), `NormalizedName`"
                                + " varchar(256), `ConcurrencyStamp` " + text
                                + ", constraint `PK_AspNetRoles` primary key (`Id`))",
                        home),
                sql(
                        "create table `AspNetUsers` (`Id` " + key + " not null, `UserName` varchar(256),"
                                + " `NormalizedUserName` varchar(256), `Email` varchar(256), `NormalizedEmail`"
                                + " varchar(256), `EmailConfirmed` " + bool + " not null, `PasswordHash` " + text
                                + ", `SecurityStamp` " + text + ", `ConcurrencyStamp` " + text + ", `PhoneNumber` "
                                + text
                                + ", `PhoneNumberConfirmed` " + bool + " not null, `TwoFactorEnabled` " + bool
                                + " not null, `LockoutEnd` " + home.either("timestamp with time zone", "datetime(6)")
                                + ", `LockoutEnabled` " + bool + " not null, `AccessFailedCount` integer not null,"
                                + " constraint `PK_AspNetUsers` primary key (`Id`))",
                        home),
                sql("create index `EmailIndex` on `AspNetUsers` (`NormalizedEmail`)", home),
                sql("create unique index `UserNameIndex` on `AspNetUsers` (`NormalizedUserName`)", home),
                sql(
                        "create table `AspNetUserRoles` (`UserId` " + key + " not null, `RoleId` " + key
                                + " not null, constraint `PK_AspNetUserRoles` primary key (`UserId`, `RoleId`),"
                                + " constraint `FK_AspNetUserRoles_AspNetRoles_RoleId` foreign key (`RoleId`) references"
                                + " `AspNetRoles` (`Id`) on delete cascade, constraint"
                                + " `FK_AspNetUserRoles_AspNetUsers_UserId` foreign key (`UserId`) references"
                                + " `AspNetUsers` (`Id`) on delete cascade)",
                        home),
                sql(
                        "insert into `AspNetRoles` (`Id`, `Name`, `NormalizedName`) values ('r1', 'Editor', 'EDITOR')",
                        home));
    }

    private static String sql(String sql, Home home) {
        return sql.replace("`", home.either("\"", "`"));
    }

    @Override
    public List<Write> joins(Person person, Home home) {
        OldHashes hashes = OldHashes.of(person);
        String email = person.email();
        return List.of(Write.of(
                sql(
                        "insert into `AspNetUsers` (`Id`, `UserName`, `NormalizedUserName`, `Email`, `NormalizedEmail`,"
                                + " `EmailConfirmed`, `PasswordHash`, `SecurityStamp`, `ConcurrencyStamp`,"
                                + " `PhoneNumberConfirmed`, `TwoFactorEnabled`, `LockoutEnabled`, `AccessFailedCount`)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        home),
                person.id().toString(),
                email,
                email.toUpperCase(Locale.ROOT),
                email,
                email.toUpperCase(Locale.ROOT),
                person.open(),
                person.format().equals("v3") ? hashes.aspNetV3() : hashes.aspNetV2(),
                "STAMP" + person.number(),
                person.id().toString(),
                false,
                false,
                true,
                0));
    }

    @Override
    public List<Write> goesOn(Person person, Home home) {
        return List.of(
                Write.of(
                        sql(
                                "update `AspNetUsers` set `AccessFailedCount` = `AccessFailedCount` + 1,"
                                        + " `ConcurrencyStamp` = ? where `Id` = ?",
                                home),
                        "stamp-" + person.number(),
                        person.id().toString()),
                Write.of(
                        sql("insert into `AspNetUserRoles` (`UserId`, `RoleId`) values (?, 'r1')", home),
                        person.id().toString()));
    }

    /** By default it asks for no confirmed address. */
    @Override
    public boolean lets(Person person) {
        return true;
    }

    @Override
    public String toString() {
        return "ASP.NET Identity";
    }
}
