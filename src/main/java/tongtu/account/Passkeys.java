package tongtu.account;

import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.StartAssertionOptions;
import com.yubico.webauthn.StartRegistrationOptions;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.data.exception.Base64UrlException;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tongtu.database.DatabaseUnavailable;

/// Signing in with passkeys (Web Authentication, level 3): the browser is given a challenge, and a
/// key that never leaves its device signs it. Challenges are kept in memory for some minutes; a
/// page that waited longer is opened anew.
final class Passkeys {
    private static final Duration OPEN = Duration.ofMinutes(30);

    /// Challenges that wait at once; of more the oldest are forgotten.
    private static final int MOST = 10_000;

    private final Accounts accounts;
    private final Secrets secrets;
    private final InstantSource clock;
    private final RelyingParty party;
    private final Map<String, Asked> asked = new LinkedHashMap<>();

    private record Asked(
            @Nullable PublicKeyCredentialCreationOptions creation,
            @Nullable AssertionRequest request,
            Instant at) {}

    /// What a page needs to ask the browser: a name for the form, and options in JSON.
    record Challenge(String name, String options) {}

    /// `origin` is the site's address (`https://host`), or `http://localhost` without one.
    Passkeys(Accounts accounts, String origin, String siteName, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
        secrets = new Secrets();
        var host = String.valueOf(URI.create(origin).getHost());
        party =
                RelyingParty.builder()
                        .identity(RelyingPartyIdentity.builder().id(host).name(siteName).build())
                        .credentialRepository(new Repository(accounts))
                        .origins(Set.of(origin))
                        .allowOriginPort(host.equals("localhost"))
                        .build();
    }

    /// Begins to add a passkey to an account.
    Challenge create(Account account) throws IOException {
        var creation =
                party.startRegistration(
                        StartRegistrationOptions.builder()
                                .user(
                                        UserIdentity.builder()
                                                .name(account.name())
                                                .displayName(account.display())
                                                .id(handle(account.id()))
                                                .build())
                                .authenticatorSelection(
                                        AuthenticatorSelectionCriteria.builder()
                                                .residentKey(ResidentKeyRequirement.REQUIRED)
                                                .userVerification(
                                                        UserVerificationRequirement.REQUIRED)
                                                .build())
                                .build());
        return new Challenge(
                keep(new Asked(creation, null, clock.instant())),
                creation.toCredentialsCreateJson());
    }

    /// The passkey that a browser made; null when it is not what was asked for.
    @Nullable Passkey created(String name, String json, String account, String label) {
        var waiting = take(name);
        if (waiting == null || waiting.creation() == null) {
            return null;
        }
        try {
            var result =
                    party.finishRegistration(
                            FinishRegistrationOptions.builder()
                                    .request(waiting.creation())
                                    .response(
                                            PublicKeyCredential.parseRegistrationResponseJson(json))
                                    .build());
            return new Passkey(
                    result.getKeyId().getId().getBase64Url(),
                    account,
                    result.getPublicKeyCose().getBase64Url(),
                    result.getSignatureCount(),
                    label,
                    clock.instant(),
                    null);
        } catch (RegistrationFailedException | IOException | RuntimeException e) {
            // Whatever a browser sends that is no answer is a refusal, never a failure.
            return null;
        }
    }

    /// Begins to sign in; whoever it is chooses one of their keys.
    Challenge ask() throws IOException {
        var request =
                party.startAssertion(
                        StartAssertionOptions.builder()
                                .userVerification(UserVerificationRequirement.REQUIRED)
                                .build());
        return new Challenge(
                keep(new Asked(null, request, clock.instant())), request.toCredentialsGetJson());
    }

    /// Who signed in; null when the answer is not what was asked for.
    @Nullable Account answered(String name, String json) throws DatabaseUnavailable {
        var waiting = take(name);
        if (waiting == null || waiting.request() == null) {
            return null;
        }
        try {
            var result =
                    party.finishAssertion(
                            FinishAssertionOptions.builder()
                                    .request(waiting.request())
                                    .response(PublicKeyCredential.parseAssertionResponseJson(json))
                                    .build());
            var passkey = accounts.passkey(result.getCredential().getCredentialId().getBase64Url());
            if (!result.isSuccess() || passkey == null) {
                return null;
            }
            accounts.used(passkey, result.getSignatureCount());
            var account = accounts.find(passkey.account());
            return account == null || account.isDisabled() ? null : account;
        } catch (Repository.Failed e) {
            throw e.cause;
        } catch (AssertionFailedException | IOException | RuntimeException e) {
            return null;
        }
    }

    private synchronized String keep(Asked waiting) {
        var old = clock.instant().minus(OPEN);
        Iterator<Asked> each = asked.values().iterator();
        while (each.hasNext() && (asked.size() >= MOST || each.next().at().isBefore(old))) {
            if (asked.size() >= MOST) {
                each = asked.values().iterator();
                each.next();
            }
            each.remove();
        }
        var name = secrets.token();
        asked.put(name, waiting);
        return name;
    }

    /// Each is answered once.
    private synchronized @Nullable Asked take(String name) {
        var waiting = asked.remove(name);
        return waiting == null || waiting.at().plus(OPEN).isBefore(clock.instant())
                ? null
                : waiting;
    }

    private static ByteArray handle(String id) {
        return new ByteArray(id.getBytes(StandardCharsets.UTF_8));
    }

    /// What the library asks of the database.
    private record Repository(Accounts accounts) implements CredentialRepository {
        private static final class Failed extends RuntimeException {
            private static final long serialVersionUID = 1;
            private final transient DatabaseUnavailable cause;

            Failed(DatabaseUnavailable cause) {
                super(cause);
                this.cause = cause;
            }
        }

        private interface Reading<T> {
            T read() throws DatabaseUnavailable;
        }

        private static <T> T read(Reading<T> reading) {
            try {
                return reading.read();
            } catch (DatabaseUnavailable e) {
                throw new Failed(e);
            }
        }

        @Override
        public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String name) {
            return read(() -> {
                var account = accounts.named(name);
                return account == null
                        ? Set.of()
                        : accounts.passkeys(account.id()).stream()
                                .map(key ->
                                        PublicKeyCredentialDescriptor.builder()
                                                .id(bytes(key.credential()))
                                                .build())
                                .collect(Collectors.toSet());
            });
        }

        @Override
        public Optional<ByteArray> getUserHandleForUsername(String name) {
            return read(() ->
                    Optional.ofNullable(accounts.named(name)).map(account -> handle(account.id())));
        }

        @Override
        public Optional<String> getUsernameForUserHandle(ByteArray handle) {
            return read(() ->
                    Optional.ofNullable(
                                    accounts.find(
                                            new String(handle.getBytes(), StandardCharsets.UTF_8)))
                            .map(Account::name));
        }

        @Override
        public Optional<RegisteredCredential> lookup(ByteArray credential, ByteArray handle) {
            return read(() ->
                    Optional.ofNullable(accounts.passkey(credential.getBase64Url()))
                            .filter(key -> handle(key.account()).equals(handle))
                            .map(Repository::registered));
        }

        @Override
        public Set<RegisteredCredential> lookupAll(ByteArray credential) {
            return read(() ->
                    Optional.ofNullable(accounts.passkey(credential.getBase64Url())).stream()
                            .map(Repository::registered)
                            .collect(Collectors.toSet()));
        }

        private static RegisteredCredential registered(Passkey key) {
            return RegisteredCredential.builder()
                    .credentialId(bytes(key.credential()))
                    .userHandle(handle(key.account()))
                    .publicKeyCose(bytes(key.publicKey()))
                    .signatureCount(key.counter())
                    .build();
        }

        private static ByteArray bytes(String text) {
            try {
                return ByteArray.fromBase64Url(text);
            } catch (Base64UrlException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
