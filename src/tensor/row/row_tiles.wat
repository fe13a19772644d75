;; What three rows of numbers make with others, three at a time and four numbers of each: inner
;; products, and the least sums of their numbers.
;;
;; row_tiles.wasm is this text assembled: deno run -A build/assemble.ts
(module
  (memory (export "memory") 1)

  ;; The sum of the four numbers of a vector
  (func $sum (param $four v128) (result f32)
    (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $four)) (f32x4.extract_lane 1 (local.get $four)))
      (f32.add (f32x4.extract_lane 2 (local.get $four)) (f32x4.extract_lane 3 (local.get $four)))))

  ;; The least of the four numbers of a vector
  (func $least (param $four v128) (result f32)
    (f32.min
      (f32.min (f32x4.extract_lane 0 (local.get $four)) (f32x4.extract_lane 1 (local.get $four)))
      (f32.min (f32x4.extract_lane 2 (local.get $four)) (f32x4.extract_lane 3 (local.get $four)))))

  ;; Both functions take
  ;; $left: where three rows begin, $stride bytes apart, a multiple of 16 above 0
  ;; $right: where the others begin, $stride bytes apart, $tiles times three of them, $tiles above 0
  ;; $to: where the results go, [3, 3 $tiles]

  ;; Σ left · right of every two rows
  (func (export "multiplyTiles")
    (param $left i32) (param $right i32) (param $stride i32) (param $tiles i32) (param $to i32)
    (local $twice i32) (local $end i32) (local $at i32)
    (local $second i32) (local $third i32)
    (local $a v128) (local $b v128) (local $c v128) (local $other v128)
    (local $a0 v128) (local $a1 v128) (local $a2 v128)
    (local $b0 v128) (local $b1 v128) (local $b2 v128)
    (local $c0 v128) (local $c1 v128) (local $c2 v128)
    (local.set $twice (i32.shl (local.get $stride) (i32.const 1)))
    (local.set $end (i32.add (local.get $left) (local.get $stride)))
    (local.set $second (i32.add (local.get $to) (i32.mul (local.get $tiles) (i32.const 12))))
    (local.set $third (i32.add (local.get $second) (i32.mul (local.get $tiles) (i32.const 12))))
    (loop $tile
      (local.set $at (local.get $left))
      (local.set $other (f32x4.splat (f32.const 0)))
      (local.set $a0 (local.get $other))
      (local.set $a1 (local.get $other))
      (local.set $a2 (local.get $other))
      (local.set $b0 (local.get $other))
      (local.set $b1 (local.get $other))
      (local.set $b2 (local.get $other))
      (local.set $c0 (local.get $other))
      (local.set $c1 (local.get $other))
      (local.set $c2 (local.get $other))
      (loop $next
        (local.set $a (v128.load (local.get $at)))
        (local.set $b (v128.load (i32.add (local.get $at) (local.get $stride))))
        (local.set $c (v128.load (i32.add (local.get $at) (local.get $twice))))

        (local.set $other (v128.load (local.get $right)))
        (local.set $a0 (f32x4.add (local.get $a0) (f32x4.mul (local.get $a) (local.get $other))))
        (local.set $b0 (f32x4.add (local.get $b0) (f32x4.mul (local.get $b) (local.get $other))))
        (local.set $c0 (f32x4.add (local.get $c0) (f32x4.mul (local.get $c) (local.get $other))))

        (local.set $other (v128.load (i32.add (local.get $right) (local.get $stride))))
        (local.set $a1 (f32x4.add (local.get $a1) (f32x4.mul (local.get $a) (local.get $other))))
        (local.set $b1 (f32x4.add (local.get $b1) (f32x4.mul (local.get $b) (local.get $other))))
        (local.set $c1 (f32x4.add (local.get $c1) (f32x4.mul (local.get $c) (local.get $other))))

        (local.set $other (v128.load (i32.add (local.get $right) (local.get $twice))))
        (local.set $a2 (f32x4.add (local.get $a2) (f32x4.mul (local.get $a) (local.get $other))))
        (local.set $b2 (f32x4.add (local.get $b2) (f32x4.mul (local.get $b) (local.get $other))))
        (local.set $c2 (f32x4.add (local.get $c2) (f32x4.mul (local.get $c) (local.get $other))))

        (local.set $right (i32.add (local.get $right) (i32.const 16)))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $next (i32.lt_u (local.get $at) (local.get $end))))

      (f32.store offset=0 (local.get $to) (call $sum (local.get $a0)))
      (f32.store offset=4 (local.get $to) (call $sum (local.get $a1)))
      (f32.store offset=8 (local.get $to) (call $sum (local.get $a2)))
      (f32.store offset=0 (local.get $second) (call $sum (local.get $b0)))
      (f32.store offset=4 (local.get $second) (call $sum (local.get $b1)))
      (f32.store offset=8 (local.get $second) (call $sum (local.get $b2)))
      (f32.store offset=0 (local.get $third) (call $sum (local.get $c0)))
      (f32.store offset=4 (local.get $third) (call $sum (local.get $c1)))
      (f32.store offset=8 (local.get $third) (call $sum (local.get $c2)))
      (local.set $to (i32.add (local.get $to) (i32.const 12)))
      (local.set $second (i32.add (local.get $second) (i32.const 12)))
      (local.set $third (i32.add (local.get $third) (i32.const 12)))
      (local.set $right (i32.add (local.get $right) (local.get $twice))) ;; past the other two
      (local.set $tiles (i32.sub (local.get $tiles) (i32.const 1)))
      (br_if $tile (local.get $tiles))))

  ;; min (left + right) of every two rows
  (func (export "leastTiles")
    (param $left i32) (param $right i32) (param $stride i32) (param $tiles i32) (param $to i32)
    (local $twice i32) (local $end i32) (local $at i32)
    (local $second i32) (local $third i32)
    (local $a v128) (local $b v128) (local $c v128) (local $other v128)
    (local $a0 v128) (local $a1 v128) (local $a2 v128)
    (local $b0 v128) (local $b1 v128) (local $b2 v128)
    (local $c0 v128) (local $c1 v128) (local $c2 v128)
    (local.set $twice (i32.shl (local.get $stride) (i32.const 1)))
    (local.set $end (i32.add (local.get $left) (local.get $stride)))
    (local.set $second (i32.add (local.get $to) (i32.mul (local.get $tiles) (i32.const 12))))
    (local.set $third (i32.add (local.get $second) (i32.mul (local.get $tiles) (i32.const 12))))
    (loop $tile
      (local.set $at (local.get $left))
      (local.set $other (f32x4.splat (f32.const inf)))
      (local.set $a0 (local.get $other))
      (local.set $a1 (local.get $other))
      (local.set $a2 (local.get $other))
      (local.set $b0 (local.get $other))
      (local.set $b1 (local.get $other))
      (local.set $b2 (local.get $other))
      (local.set $c0 (local.get $other))
      (local.set $c1 (local.get $other))
      (local.set $c2 (local.get $other))
      (loop $next
        (local.set $a (v128.load (local.get $at)))
        (local.set $b (v128.load (i32.add (local.get $at) (local.get $stride))))
        (local.set $c (v128.load (i32.add (local.get $at) (local.get $twice))))

        (local.set $other (v128.load (local.get $right)))
        (local.set $a0 (f32x4.pmin (local.get $a0) (f32x4.add (local.get $a) (local.get $other))))
        (local.set $b0 (f32x4.pmin (local.get $b0) (f32x4.add (local.get $b) (local.get $other))))
        (local.set $c0 (f32x4.pmin (local.get $c0) (f32x4.add (local.get $c) (local.get $other))))

        (local.set $other (v128.load (i32.add (local.get $right) (local.get $stride))))
        (local.set $a1 (f32x4.pmin (local.get $a1) (f32x4.add (local.get $a) (local.get $other))))
        (local.set $b1 (f32x4.pmin (local.get $b1) (f32x4.add (local.get $b) (local.get $other))))
        (local.set $c1 (f32x4.pmin (local.get $c1) (f32x4.add (local.get $c) (local.get $other))))

        (local.set $other (v128.load (i32.add (local.get $right) (local.get $twice))))
        (local.set $a2 (f32x4.pmin (local.get $a2) (f32x4.add (local.get $a) (local.get $other))))
        (local.set $b2 (f32x4.pmin (local.get $b2) (f32x4.add (local.get $b) (local.get $other))))
        (local.set $c2 (f32x4.pmin (local.get $c2) (f32x4.add (local.get $c) (local.get $other))))

        (local.set $right (i32.add (local.get $right) (i32.const 16)))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $next (i32.lt_u (local.get $at) (local.get $end))))

      (f32.store offset=0 (local.get $to) (call $least (local.get $a0)))
      (f32.store offset=4 (local.get $to) (call $least (local.get $a1)))
      (f32.store offset=8 (local.get $to) (call $least (local.get $a2)))
      (f32.store offset=0 (local.get $second) (call $least (local.get $b0)))
      (f32.store offset=4 (local.get $second) (call $least (local.get $b1)))
      (f32.store offset=8 (local.get $second) (call $least (local.get $b2)))
      (f32.store offset=0 (local.get $third) (call $least (local.get $c0)))
      (f32.store offset=4 (local.get $third) (call $least (local.get $c1)))
      (f32.store offset=8 (local.get $third) (call $least (local.get $c2)))
      (local.set $to (i32.add (local.get $to) (i32.const 12)))
      (local.set $second (i32.add (local.get $second) (i32.const 12)))
      (local.set $third (i32.add (local.get $third) (i32.const 12)))
      (local.set $right (i32.add (local.get $right) (local.get $twice))) ;; past the other two
      (local.set $tiles (i32.sub (local.get $tiles) (i32.const 1)))
      (br_if $tile (local.get $tiles)))))
