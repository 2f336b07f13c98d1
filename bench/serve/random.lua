-- Another story each time, of all (STORIES). A cookie of ours keeps nginx's micro-cache out; it belongs to nobody, so the page is the anonymous one.
function init() math.randomseed(os.time()) end
function request() return wrk.format("GET", "/story/" .. math.random(tonumber(os.getenv("STORIES"))), { ["Cookie"] = "cc=nobody" }) end
