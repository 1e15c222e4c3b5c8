extension Enhancement {
    /// The service worker that lets the screening page open again without signal. It is served inside the path of the
    /// visit's screening (for example `/sandwell/visits/7/screening/worker.js`, as `text/javascript`, not to be cached),
    /// so that it can never see another page. It asks the network first and takes its copy only when that fails.
    package static let screeningWorker = #"""
        "use strict";
        const store = "plainsight-screening:" + new URL(self.registration.scope).pathname;
        const isAsset = (url) => url.origin === self.location.origin && url.pathname.startsWith("/assets/");
        const isPage = (url) => url.href.startsWith(self.registration.scope);
        const nameOf = (url) => url.origin + url.pathname;
        const isGood = (answer) => answer.ok && !answer.redirected && answer.type === "basic";
        const keep = async (url, answer) => {
          const cache = await caches.open(store);
          await cache.put(nameOf(url), answer);
        };
        const soon = (request) => {
          const stop = new AbortController();
          const timer = setTimeout(() => stop.abort(), 6000);
          return fetch(request, { signal: stop.signal }).finally(() => clearTimeout(timer));
        };
        const kept = async (url) => {
          const cache = await caches.open(store);
          return cache.match(nameOf(url));
        };
        const noSignal = () => new Response("There is no signal, and this page is not kept on this phone.", {
          status: 503,
          headers: { "Content-Type": "text/plain; charset=utf-8" },
        });
        self.addEventListener("install", () => self.skipWaiting());
        self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
        self.addEventListener("message", (event) => {
          const wanted = event.data && event.data.keep;
          if (!Array.isArray(wanted)) return;
          event.waitUntil((async () => {
            const urls = wanted.map((text) => new URL(text, self.location.href)).filter((url) => isAsset(url) || isPage(url));
            await Promise.allSettled(urls.map(async (url) => {
              const answer = await fetch(url, { credentials: "same-origin" });
              if (isGood(answer)) await keep(url, answer);
            }));
            const cache = await caches.open(store);
            const names = new Set(urls.map(nameOf));
            const old = (await cache.keys()).filter((request) => isAsset(new URL(request.url)) && !names.has(request.url));
            await Promise.all(old.map((request) => cache.delete(request)));
          })());
        });
        self.addEventListener("fetch", (event) => {
          const url = new URL(event.request.url);
          if (event.request.method !== "GET" || !(isAsset(url) || isPage(url))) return;
          event.respondWith((async () => {
            if (isAsset(url)) {
              const copy = await kept(url);
              if (copy) return copy;
            }
            try {
              const answer = await soon(event.request);
              if (isGood(answer)) await keep(url, answer.clone());
              return answer;
            } catch {
              return (await kept(url)) || noSignal();
            }
          })());
        });

        """#
}
