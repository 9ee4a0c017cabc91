package org.unenrol.infrastructure;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** Makes GreenMail keep mails in a folder instead of in memory, once for all their recipients. */
final class StoringManagers extends Managers {

    /** A blind copy's recipient is in no other header. */
    private static final String ENVELOPE_RECIPIENT = "X-Envelope-To";

    private final SmtpManager storing;

    StoringManagers(MailFolder mails) {
        getUserManager().setAuthRequired(false);
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

        private final MailFolder mails;

        StoringSmtpManager(Managers managers, MailFolder mails) {
            super(managers.getImapHostManager(), managers.getUserManager());
            this.mails = mails;
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
