-- Nothing can be stored that no file could name: the same white space as in cells, and the same form of accents.
alter table activity add constraint activity_reference_form check (
    external_reference is nfc normalized
    and external_reference = btrim(external_reference,
        E'\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f'
        '\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\x20'
        '\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'
        '\u2028\u2029\u202f\u205f\u3000'));

comment on column activity.external_reference is
    'What a file names the activity by, in NFC. Null: it cannot be named.';
comment on column app_user.username_key is
    'The username in NFC, with small letters for their capitals: what usernames are compared by.';
