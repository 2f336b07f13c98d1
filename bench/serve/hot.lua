-- Fifty hot stories, for readers who are not signed in.
function request() return wrk.format("GET", "/story/" .. math.random(50)) end
