# /etc/varnish/default.vcl. Needs Varnish 7 and, for purging by key, Debian's varnish-modules. Started with a socket of its own for purging:
#   varnishd -a readers=127.0.0.1:6081 -a purge=127.0.0.1:6083 -f /etc/varnish/default.vcl -s malloc,1g
# and the program with Purge:Url = http://127.0.0.1:6083/ . Nobody but the nodes may reach that socket.
vcl 4.1;

import directors;
import std;
import xkey;

# A node that starts or drains says so, and is sent no readers.
probe ready {
    .url = "/readyz";
    .interval = 2s;
    .timeout = 3s;
    .window = 3;
    .threshold = 2;
    .initial = 2;
}

# One for each node, named in vcl_init too.
backend one {
    .host = "127.0.0.1";
    .port = "5080";
    .connect_timeout = 2s;
    .first_byte_timeout = 120s;
    .probe = ready;
}

backend two {
    .host = "127.0.0.1";
    .port = "5081";
    .connect_timeout = 2s;
    .first_byte_timeout = 120s;
    .probe = ready;
}

sub vcl_init {
    new site = directors.round_robin();
    site.add_backend(one);
    site.add_backend(two);
}

sub vcl_recv {
    if (local.socket == "purge") {
        if (req.method != "POST" || !req.http.Surrogate-Key) {
            return (synth(400, "A purge is a POST with Surrogate-Key"));
        }
        set req.http.X-Purged = xkey.purge(req.http.Surrogate-Key);
        return (synth(200, "Purged " + req.http.X-Purged));
    }

    set req.backend_hint = site.backend();
    # Pages that ran out are shown for a little longer while a new one is fetched; for a day while no node is well.
    if (std.healthy(req.backend_hint)) {
        set req.grace = 30s;
    }
    # A reader's class and the newsroom's sign-in are in cookies: what comes with one passes through, as do tokens (built in). So does what is large and on the program's disk already.
    if (req.url ~ "^/(api|media)/" || req.http.Cookie || req.http.Authorization) {
        return (pass);
    }
}

sub vcl_backend_fetch {
    if (bereq.retries > 0) {
        set bereq.backend = site.backend();
    }
}

sub vcl_backend_response {
    # The other node may have what this one has not.
    if (beresp.status == 503 && bereq.retries == 0 && (bereq.method == "GET" || bereq.method == "HEAD")) {
        return (retry);
    }
    if (beresp.http.Surrogate-Key) {
        set beresp.http.xkey = beresp.http.Surrogate-Key;
        set beresp.grace = 24h;
    }
}

sub vcl_backend_error {
    if (bereq.retries == 0 && (bereq.method == "GET" || bereq.method == "HEAD")) {
        return (retry);
    }
}

sub vcl_deliver {
    # Purges reach this cache and none behind it: nobody further on may keep a page without asking again.
    if (resp.http.Surrogate-Key) {
        set resp.http.Cache-Control = "public, max-age=0, must-revalidate";
    }
    unset resp.http.Surrogate-Key;
    unset resp.http.xkey;
}
