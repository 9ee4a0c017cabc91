package org.unenrol.infrastructure;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.auth.AuthenticationState;
import com.icegreen.greenmail.smtp.auth.LoginAuthenticationState;
import com.icegreen.greenmail.smtp.auth.PlainAuthenticationState;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes GreenMail keep mails in a folder instead of in memory, once for all their recipients. */
final class StoringManagers extends Managers {

    /** A blind copy's recipient is in no other header. */
    private static final String ENVELOPE_RECIPIENT = "X-Envelope-To";

    /** As RFC 4954 has it. */
    private static final String UNKNOWN_SENDER = "530 5.7.0 Authentication required";

    private final SmtpManager storing;

    /** Accepts mails of one user alone. */
    StoringManagers(MailFolder mails, String user, String password) {
        getUserManager().setAuthRequired(true);
        try {
            getUserManager().createUser(user + "@localhost", user, password);
        } catch (UserException e) {
            throw new LocalInfrastructureException("The mail server takes no user.", e);
        }
        storing = new StoringSmtpManager(this, mails);
    }

    @Override
    public SmtpManager getSmtpManager() {
        return storing;
    }

    static Stream<String> envelopeRecipients(MimeMessage mail) throws MessagingException {
        String[] addresses = mail.getHeader(ENVELOPE_RECIPIENT);
        return addresses == null ? Stream.empty() : Stream.of(addresses);
    }

    private static final class StoringSmtpManager extends SmtpManager {

        private final UserManager users;
        private final MailFolder mails;

        StoringSmtpManager(Managers managers, MailFolder mails) {
            super(managers.getImapHostManager(), managers.getUserManager());
            this.users = managers.getUserManager();
            this.mails = mails;
        }

        /** Otherwise GreenMail takes mails of whoever does not even try to sign in. */
        @Override
        public @Nullable String checkSender(SmtpState state, MailAddress sender) {
            return isKnown(state.getMessage().getAuthenticationState())
                    ? super.checkSender(state, sender)
                    : UNKNOWN_SENDER;
        }

        /** Tells whether what somebody has claimed is right; GreenMail keeps wrong claims, too. */
        private boolean isKnown(@Nullable AuthenticationState claimed) {
            if (claimed instanceof PlainAuthenticationState plain) {
                return users.test(plain.getUsername(), plain.getPassword());
            }
            return claimed instanceof LoginAuthenticationState login
                    && users.test(login.getUsername(), login.getPassword());
        }

        /** An exception of it makes the server answer that it did not accept the mail. */
        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized") // senders need not wait in line
        public void send(SmtpState state) {
            try {
                mails.store(out -> write(state.getMessage(), out));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void write(MovingMessage moving, OutputStream out) throws IOException {
            try {
                MimeMessage mail = moving.getMessage();
                mail.removeHeader(ENVELOPE_RECIPIENT);
                for (MailAddress recipient : moving.getToAddresses()) {
                    mail.addHeader(ENVELOPE_RECIPIENT, onOneLine(recipient.getEmail()));
                }
                mail.writeTo(out);
            } catch (MessagingException e) {
                throw new IOException(e);
            }
        }

        private static String onOneLine(String address) {
            return address.replaceAll("\\p{Cntrl}", "");
        }
    }
}
